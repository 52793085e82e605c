"""Answer a visitor of whom nothing is known with a page that is kept."""

import hashlib
import logging
import re
from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, InvalidTokenFormat, _does_token_match
from django.utils import timezone
from django.utils.cache import get_conditional_response

from catalogue.kernel import generations
from marketplace.page_cache import keys, pages, tokens

#: Browsers may keep the page but ask each time whether it still holds; what lies between keeps
#: nothing: the page bears the visitor's own token.
CACHE_CONTROL = "private, no-cache"
#: What the answer to a request may depend on, beside the address: the cookies, which lead past
#: the kept pages, and the language, which the path says already.
_KNOWN_VARY = {"cookie", "accept-language", "accept-encoding"}
_DROPPED = {"vary", "content-length", "cache-control"}
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))")
_LOG = logging.getLogger(__name__)

Handler = Callable[[HttpRequest], HttpResponse]
#: What must be the same for a kept page to hold: the day, and the marks of its generations.
Stamp = tuple[str, ...]


class Page(NamedTuple):
    """A page without anything of the visitor for whom it was made first."""

    headers: dict[str, tuple[str, str]]
    body: pages.Body
    digest: str


class PageCacheMiddleware:
    """Keep the pages of `keys.CACHEABLE`, one for all visitors of whom nothing is known."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self._csrf = CsrfViewMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the kept page, else make it as if for nobody, and keep it."""
        seconds = settings.PAGE_CACHE_SECONDS
        address = keys.address_of(request) if seconds else None
        if address is None:
            return self.get_response(request)
        stamp, page = _look_up(address)
        if page is None:
            if not keys.may_be_kept(request, address.query):
                return self.get_response(request)
            made = self._make(request, address)
            if isinstance(made, HttpResponse):
                return made
            page = made
            if stamp:
                _keep(address, stamp, page, seconds)
        return self._answer(request, page)

    def _make(self, request: HttpRequest, address: keys.Address) -> Page | HttpResponse:
        """Return the page, or the answer itself where it is none that may be kept."""
        nobody = keys.nobody(request, address.query)
        response = self.get_response(nobody)
        secret = nobody.META.get("CSRF_COOKIE", "")
        if _may_be_kept(nobody, response):
            return _page_of(response, secret)
        if response.status_code == 200:
            # It turned out to be somebody's; so it is made for the one who asks.
            return self.get_response(request)
        return self._fill_for(request, response, secret)

    def _fill_for(self, request: HttpRequest, response: HttpResponse, secret: str) -> HttpResponse:
        """Return an answer that is no page (moved, not found) with the visitor's own token."""
        response.cookies.pop(settings.CSRF_COOKIE_NAME, None)
        found = set() if response.streaming else _tokens_in(response.content, secret)
        if found:
            own = tokens.masked(self._secret_of(request)).encode()
            for token in found:
                response.content = response.content.replace(token, own)
            _send_secret(response, request.META["CSRF_COOKIE"])
        return response

    def _answer(self, request: HttpRequest, page: Page) -> HttpResponse:
        """Return ``page`` with the visitor's own token, or that the one they have still holds."""
        token = secret = ""
        if page.body.has_gaps:
            secret = self._secret_of(request)
            token = tokens.masked(secret)
        response = HttpResponse()
        # As they were stored once: to set them one by one takes as long as all the rest.
        response.headers._store.update(page.headers)
        response.headers["ETag"] = etag = _etag(page, secret)
        if "HTTP_IF_NONE_MATCH" in request.META:
            response = get_conditional_response(request, etag=etag, response=response)
        if response.status_code == 200:
            _fill(response, request, page, token.encode())
        if secret:
            _send_secret(response, secret)
        return response

    def _secret_of(self, request: HttpRequest) -> str:
        """Return the secret of the visitor's tokens, a new one where there is none that holds."""
        try:
            secret = self._csrf._get_secret(request)
        except InvalidTokenFormat:
            secret = None
        secret = secret or tokens.new_secret()
        request.META["CSRF_COOKIE"] = secret
        return secret


def _send_secret(response: HttpResponse, secret: str) -> None:
    """Set the cookie as Django does with each page that bears a token; `Vary` says so already."""
    response.set_cookie(
        settings.CSRF_COOKIE_NAME,
        secret,
        max_age=settings.CSRF_COOKIE_AGE,
        domain=settings.CSRF_COOKIE_DOMAIN,
        path=settings.CSRF_COOKIE_PATH,
        secure=settings.CSRF_COOKIE_SECURE,
        httponly=settings.CSRF_COOKIE_HTTPONLY,
        samesite=settings.CSRF_COOKIE_SAMESITE,
    )


def _look_up(address: keys.Address) -> tuple[Stamp, Page | None]:
    """Return the state of the world, and the page if one is kept that was made in it.

    An empty stamp says that the cache does not answer: the shop then works without.
    """
    try:
        marks = {name: generations.key_of(name) for name in address.generations}
        found = generations.store().get_many([*marks.values(), address.key])
        stamp = (
            timezone.localdate().isoformat(),
            *(found.get(key) or generations.current(name) for name, key in marks.items()),
        )
    except Exception:  # noqa: BLE001 - whatever fails, the shop works without
        _LOG.exception("The page cache does not answer")
        return (), None
    kept = found.get(address.key)
    return stamp, kept[1] if kept and kept[0] == stamp else None


def _keep(address: keys.Address, stamp: Stamp, page: Page, seconds: int) -> None:
    # The stamp was read before the page was made: what has changed meanwhile bears another.
    try:
        generations.store().set(address.key, (stamp, page), seconds)
    except Exception:  # noqa: BLE001 - whatever fails, the shop works without
        _LOG.exception("The page cache keeps nothing")


def _may_be_kept(nobody: HttpRequest, response: HttpResponse) -> bool:
    match = nobody.resolver_match
    vary = {each.strip().lower() for each in response.get("Vary", "").split(",") if each.strip()}
    return (
        response.status_code == 200
        and not response.streaming
        and match is not None
        and match.view_name in keys.CACHEABLE
        and response.cookies.keys() <= {settings.CSRF_COOKIE_NAME}
        and vary <= _KNOWN_VARY
        and not response.has_header("Cache-Control")
        and not response.has_header("Content-Encoding")
        and "'nonce-" not in response.get("Content-Security-Policy", "")
        and 0 not in response.content
    )


def _page_of(response: HttpResponse, secret: str) -> Page:
    content = response.content
    body = pages.pack(content, tokens=_tokens_in(content, secret))
    headers = {name: value for name, value in response.items() if name.lower() not in _DROPPED}
    headers |= {"Cache-Control": CACHE_CONTROL, "Vary": "Accept-Encoding, Cookie"}
    stored = {name.lower(): (name, value) for name, value in headers.items()}
    digest = hashlib.blake2b(b"".join(body.pieces), digest_size=12)
    return Page(stored, body, digest.hexdigest())


def _tokens_in(content: bytes, secret: str) -> set[bytes]:
    """Return the masked forms of ``secret`` that stand in ``content``."""
    if not secret:
        return set()
    return {
        token for token in pages.candidates(content) if _does_token_match(token.decode(), secret)
    }


def _etag(page: Page, secret: str) -> str:
    """Return a weak tag of the page and of whose tokens it bears.

    The mask of a token is another each time and does not count. Its secret does: who has signed
    in and out since has another, and must not be told that the old forms still hold.
    """
    owner = hashlib.blake2b(secret.encode(), digest_size=6).hexdigest() if secret else ""
    return f'W/"{page.digest}{owner}"'


def _fill(response: HttpResponse, request: HttpRequest, page: Page, token: bytes) -> None:
    if _TAKES_GZIP.search(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        response.content = page.body.gzipped(token)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.content = page.body.plain(token)
    response.headers["Content-Length"] = str(len(response.content))
