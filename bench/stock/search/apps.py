"""Fork of Oscar's search."""

from oscar.apps.search.apps import SearchConfig as OscarSearchConfig


class SearchConfig(OscarSearchConfig):
    """Oscar's search."""

    name = "bench.stock.search"
