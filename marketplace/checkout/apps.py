"""Fork of Oscar's checkout."""

from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig


class CheckoutConfig(OscarCheckoutConfig):
    """Oscar's checkout, ours where the shop needs it."""

    name = "marketplace.checkout"
