"""Generations of what pages show: random marks in the cache, replaced when something changes.

What is kept beside a mark is good as long as the mark stands. A mark that is missing (the cache
was emptied, or full) is made anew and equals none before it, so nothing old comes back to life.
"""

import logging
import secrets

from django.core.cache import BaseCache, caches

#: Everything that more than one page shows: lists, names, words, themes.
LISTS = "lists"
_LOG = logging.getLogger(__name__)


def store() -> BaseCache:
    """Return the cache that holds the marks, and the pages that were made under them."""
    return caches["pages"]


def of_product(product_id: int) -> str:
    """Return the name of the mark of what only the page of one product shows: its stock."""
    return f"product-{product_id}"


def key_of(name: str) -> str:
    """Return under which key the mark of this name is kept."""
    return f"generation:{name}"


def current(name: str) -> str:
    """Return the mark of this name; the first who asks makes it."""
    return str(store().get_or_set(key_of(name), _new, timeout=None))


def change(*names: str) -> None:
    """Replace the marks of these names.

    A cache that does not answer stops no write: pages are then found by nobody, and if it comes
    back with what it held, that is older than the time for which pages are kept.
    """
    try:
        store().set_many({key_of(name): _new() for name in names}, timeout=None)
    except Exception:  # noqa: BLE001 - whatever fails, the shop works without
        _LOG.exception("The page cache was not told of a change: %s", names)


def _new() -> str:
    return secrets.token_hex(8)
