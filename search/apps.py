"""Fork of Oscar's search."""

from oscar.apps.search.apps import SearchConfig as OscarSearchConfig


class SearchConfig(OscarSearchConfig):
    """Oscar's search, ours where the shop needs it."""

    name = "search"

    def ready(self) -> None:
        """Find Oscar's views, and listen to what changes in the catalogue."""
        super().ready()
        from search import receivers  # noqa: PLC0415 (models exist only now)

        receivers.connect()
