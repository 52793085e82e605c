from collections import Counter

from django.middleware.csrf import (
    CSRF_ALLOWED_CHARS,
    CSRF_SECRET_LENGTH,
    CSRF_TOKEN_LENGTH,
    _does_token_match,
    _unmask_cipher_token,
)

from marketplace.page_cache.tokens import masked, new_secret


def test_django_takes_our_tokens_for_its_own():
    secret, other = new_secret(), new_secret()
    token = masked(secret)
    assert len(secret) == CSRF_SECRET_LENGTH
    assert len(token) == CSRF_TOKEN_LENGTH
    assert _unmask_cipher_token(token) == secret
    assert _does_token_match(token, secret)
    assert not _does_token_match(token, other)


def test_no_two_tokens_are_alike_and_every_sign_is_as_likely():
    secret = new_secret()
    tokens = {masked(secret) for _ in range(1_000)}
    assert len(tokens) == 1_000
    counted = Counter("".join(new_secret() for _ in range(2_000)))
    assert set(counted) == set(CSRF_ALLOWED_CHARS)
    # 64,000 signs, 1,032 of each on average; eight standard deviations are 260
    assert all(770 < count < 1_300 for count in counted.values())
