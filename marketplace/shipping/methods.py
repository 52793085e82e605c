"""The shop's one way of delivery, in Oscar's shape; the charges are `shipping.charges`."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from oscar.apps.shipping.methods import *  # noqa: F403
from oscar.apps.shipping.methods import Base
from oscar.core.prices import Price


class PerPartner(Base):
    """Each partner sends its own parcel; the charge is the sum of theirs, tax included."""

    code = "per-partner"
    name = _("Từng người bán gửi riêng")

    def __init__(self, charge: int) -> None:
        self.charge = charge

    def calculate(self, basket) -> Price:
        """Return the charge that this method was made with."""
        amount = Decimal(self.charge)
        return Price(currency=basket.currency, excl_tax=amount, incl_tax=amount)
