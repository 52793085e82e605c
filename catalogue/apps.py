"""Fork of Oscar's catalogue."""

from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    """Oscar's catalogue with our products: origin, OCOP set, one partner."""

    name = "catalogue"
