"""Fork of Oscar's catalogue."""

from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    """Oscar's catalogue with our products: origin, OCOP set, one partner."""

    name = "catalogue"

    def ready(self) -> None:
        """Listen for photographs that go."""
        super().ready()
        from catalogue import receivers  # noqa: PLC0415 - models are there only now

        receivers.connect()
