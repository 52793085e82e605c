"""The page cache app."""

from django.apps import AppConfig


class PageCacheConfig(AppConfig):
    """Keeps pages and hears what makes them old."""

    name = "marketplace.page_cache"
    label = "page_cache"

    def ready(self) -> None:
        """Hear every write from now on."""
        from marketplace.page_cache import hearing  # noqa: PLC0415 - models are loaded only now

        hearing.connect()
