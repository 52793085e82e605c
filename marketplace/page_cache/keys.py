"""Which requests may be answered with a kept page, and under which key it is kept."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from catalogue.kernel import generations
from marketplace.appearance import scheme_of
from marketplace.page_cache.version import deployment
from marketplace.shipping import destination
from search.listing import FIELDS

_LISTED = frozenset(
    {*FIELDS, "price_min", "price_max", "in_stock", "sort", "page", "page_size", "q"}
)
#: By name in the table of addresses: the pages that are kept, each with the parameters that it
#: reads. A page that is asked for with any other parameter is made anew.
CACHEABLE: dict[str, frozenset[str]] = {
    "home": frozenset(),
    "catalogue:index": _LISTED,
    "catalogue:category": _LISTED,
    "catalogue:detail": frozenset(),
    "catalogue:reviews-list": frozenset({"page"}),
    "search:search": _LISTED,
    "region": _LISTED,
    "province": _LISTED,
    "partner": _LISTED,
    "certificate": frozenset(),
    "wagtail_serve": frozenset({"region", "page"}),
}
#: What others hang on our addresses to follow people; no page reads it, and it is taken off.
_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|zarsrc|_ga)\Z")
#: Beginnings of addresses with no page in them, which need no look.
_OTHERS = (
    settings.STATIC_URL,
    settings.MEDIA_URL,
    *(f"/{folder}/" for folder in ("label", "pictures", "share", "feeds", "api", "cms", "admin")),
)
_LONGEST_QUERY = 500
_PRODUCT = re.compile(r"/catalogue/[\w-]*_(\d+)/\Z")
_OWN_HEADERS = ("HTTP_HOST", "HTTP_X_FORWARDED_PROTO")


@dataclass(frozen=True, slots=True)
class Address:
    """What a kept page depends on; ``generations`` are the names of what makes it old."""

    key: str
    query: str
    generations: tuple[str, ...]


def address_of(request: HttpRequest) -> Address | None:
    """Return where the page that ``request`` asks for is kept, None when it must not be.

    Only a visitor of whom nothing is known gets a kept page: not signed in, no session, no
    basket, no message waiting, no province chosen whose delivery the page would name.
    """
    if request.method != "GET" or getattr(request, "is_dummy", False):  # Wagtail's previews
        return None
    if request.path_info.startswith(_OTHERS):
        return None
    if not request.COOKIES.keys().isdisjoint(_personal_cookies()):
        return None
    if "HTTP_AUTHORIZATION" in request.META:
        return None
    query = request.META.get("QUERY_STRING", "")
    if query:
        if len(query) > _LONGEST_QUERY:
            return None
        query = _tidy(query)
    parts = (
        deployment(),
        settings.THEME,
        request.scheme,
        request.get_host(),
        request.get_port(),
        scheme_of(request),
        request.path,
        query,
    )
    key = hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()
    product = _PRODUCT.search(request.path_info)
    own = (generations.of_product(int(product[1])),) if product else ()
    return Address(f"page:{key}", query, (generations.LISTS, *own))


def may_be_kept(request: HttpRequest, query: str) -> bool:
    """Say whether the page at the address of ``request`` is one that may be kept."""
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with override(language):
        try:
            name = resolve(request.path_info).view_name
        except Resolver404:
            return False
    known = CACHEABLE.get(name)
    if known is None:
        return False
    pairs = [_pair(part) for part in query.split("&") if part]
    return all(key in known and (key != "q" or not value.strip()) for key, value in pairs)


def nobody(request: HttpRequest, query: str) -> HttpRequest:
    """Return the same request as if nobody had sent it: what is made of it is anybody's.

    Of the headers only those that say where the shop is reached are left, of the cookies only
    the chosen scheme.
    """
    environ = {
        name: value
        for name, value in request.META.items()
        if not name.startswith(("HTTP_", "REMOTE_")) or name in _OWN_HEADERS
    }
    environ |= {"QUERY_STRING": query}
    if scheme := scheme_of(request):
        environ["HTTP_COOKIE"] = f"scheme={scheme}"
    return type(request)(environ)


def _personal_cookies() -> Iterable[str]:
    return (
        settings.SESSION_COOKIE_NAME,
        settings.OSCAR_BASKET_COOKIE_OPEN,
        "messages",
        destination.COOKIE,
    )


def _tidy(query: str) -> str:
    """Return the parameters in the order of their names, without those that follow people."""
    parts = [part for part in query.split("&") if part]
    named = [(_pair(part)[0], part) for part in parts]
    kept = [(name, part) for name, part in named if not _TRACKING.match(name)]
    return "&".join(part for _name, part in sorted(kept, key=lambda pair: pair[0]))


def _pair(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return unquote_plus(name), unquote_plus(value)
