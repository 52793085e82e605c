"""Alive, and ready part by part."""

from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from search.engines import get_engine


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer while the process lives; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database and cache answer, else 503; each part is named with its state.

    Search is named, too, but the shop goes on without its engine.
    """
    parts = {name: _state(check) for name, check in _CHECKS.items()}
    ready = all(state == "ok" for name, state in parts.items() if name not in _SPARED)
    return JsonResponse({"ready": ready, "parts": parts}, status=200 if ready else 503)


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _cache() -> None:
    cache.set("readyz", "ok", 5)
    if cache.get("readyz") != "ok":
        raise RuntimeError("the cache forgot what it was told")


def _search() -> None:
    get_engine().count()


_SPARED = frozenset({"search"})
_CHECKS: dict[str, Callable[[], None]] = {
    "database": _database,
    "cache": _cache,
    "search": _search,
}


def _state(check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:  # noqa: BLE001 - whatever is wrong, it is to be said, not raised
        return type(error).__name__
    return "ok"
