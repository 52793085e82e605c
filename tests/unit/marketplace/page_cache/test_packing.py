import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.page_cache.pages import TOKEN_LENGTH, candidates, pack

TOKEN = b"t" * TOKEN_LENGTH
OTHER = bytes(range(65, 65 + TOKEN_LENGTH))
texts = st.lists(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200).map(
        str.encode
    ),
    min_size=1,
    max_size=5,
)


@given(texts)
def test_a_page_comes_out_as_it_went_in_with_another_token_in_each_gap(parts):
    content = TOKEN.join(parts)
    body = pack(content, tokens={TOKEN})
    expected = content.replace(TOKEN, OTHER)
    # gzip compares length and checksum itself
    assert gzip.decompress(body.gzipped(OTHER)) == expected
    assert body.plain(OTHER) == expected


def test_a_long_page_refers_back_over_its_gaps_and_stays_small():
    row = b"".join(b"<li class='card'>%d</li>" % number for number in range(4_000))
    content = row + TOKEN + row + TOKEN + row
    body = pack(content, tokens={TOKEN})
    assert gzip.decompress(body.gzipped(OTHER)) == content.replace(TOKEN, OTHER)
    assert len(body.gzipped(OTHER)) < len(zlib.compress(content)) * 1.02


def test_without_a_token_there_is_no_gap():
    body = pack(b"<p>a page</p>", tokens=set())
    assert not body.has_gaps
    assert gzip.decompress(body.gzipped(OTHER)) == b"<p>a page</p>"


def test_what_is_no_text_is_refused():
    with pytest.raises(ValueError, match="no zero byte"):
        pack(b"a\0b", tokens=set())


def test_only_a_whole_word_of_the_length_of_a_token_is_one():
    content = b'<input value="%s"> %sx %s' % (TOKEN, TOKEN, TOKEN[1:])
    assert candidates(content) == {TOKEN}
