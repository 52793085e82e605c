"""Lists as ``{"count", "next", "previous", "results"}``."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from marketplace.api.parameters import read_number
from search.query import MAX_PAGE, MAX_PAGE_SIZE, PAGE_SIZE


@dataclass(frozen=True, slots=True)
class Page:
    """Which page of how many, each of ``size`` results; numbers count from 1."""

    number: int
    size: int
    last: int


def root_of(request: HttpRequest) -> str:
    """Return scheme and host, to be written before a path."""
    return f"{request.scheme}://{request.get_host()}"


def list_answer(
    request: HttpRequest,
    count: int,
    results: list[dict[str, Any]],
    *,
    page: Page | None = None,
    pairs: Iterable[tuple[str, str]] = (),
) -> dict[str, Any]:
    """Return a list's answer; ``pairs`` are the parameters that its neighbours keep."""
    kept = list(pairs)

    def address(number: int) -> str:
        query = urlencode([*kept, *([("page", str(number))] if number > 1 else [])])
        return f"{root_of(request)}{request.path}{'?' if query else ''}{query}"

    has_next = page is not None and page.number < page.last
    has_previous = page is not None and page.number > 1
    return {
        "count": count,
        "next": address(page.number + 1) if page and has_next else None,
        "previous": address(page.number - 1) if page and has_previous else None,
        "results": results,
    }


def read_page(request: HttpRequest, count: int) -> Page:
    """Return the page that a request asks for. Raises `BadParametersError`."""
    size = read_number(request.GET, "page_size", default=PAGE_SIZE, highest=MAX_PAGE_SIZE)
    number = read_number(request.GET, "page", default=1, highest=MAX_PAGE)
    return Page(number, size, min(MAX_PAGE, -(-count // size)))
