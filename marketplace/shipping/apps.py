"""Fork of Oscar's shipping."""

from oscar.apps.shipping.apps import ShippingConfig as OscarShippingConfig


class ShippingConfig(OscarShippingConfig):
    """Oscar's shipping, ours where the shop needs it."""

    name = "marketplace.shipping"
