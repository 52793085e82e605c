"""Cash to whoever brings the parcel."""

from django.utils.translation import gettext as _

from marketplace.payment.providers import PaymentRefused, Promise


class CashOnDelivery:
    """Nothing is charged now; each parcel is paid when it is handed over."""

    code = "cash-on-delivery"

    @property
    def label(self) -> str:
        """The name that buyers read."""
        return _("Tiền mặt khi nhận hàng")

    def promise(self, *, reference: str, amount: int) -> Promise:
        """Return the promise; an amount below zero is refused."""
        if amount < 0:
            raise PaymentRefused(str(amount))
        return Promise(self.code, amount, reference, self.label)
