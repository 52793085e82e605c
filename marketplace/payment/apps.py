"""Fork of Oscar's payment."""

from oscar.apps.payment.apps import PaymentConfig as OscarPaymentConfig


class PaymentConfig(OscarPaymentConfig):
    """Oscar's payment, ours where the shop needs it."""

    name = "marketplace.payment"
