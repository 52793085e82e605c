"""Every write about payments."""

from marketplace.payment.cash_on_delivery import CashOnDelivery
from marketplace.payment.models import Source, SourceType
from marketplace.payment.providers import PaymentRefused, Promise, Provider

PROVIDERS: dict[str, Provider] = {CashOnDelivery.code: CashOnDelivery()}


def promise_payment(*, provider: str, reference: str, amount: int) -> Promise:
    """Return the provider's promise to pay ``amount`` đồng.

    Raises `PaymentRefused` for a provider that the shop does not have or that does not take it.
    """
    try:
        return PROVIDERS[provider].promise(reference=reference, amount=amount)
    except KeyError:
        raise PaymentRefused(provider) from None


def record_promise(*, promise: Promise, order_id: int) -> Source:
    """Write the source of an order's money; nothing is debited yet."""
    source_type, _ = SourceType.objects.get_or_create(
        code=promise.provider, defaults={"name": promise.provider}
    )
    return Source.objects.create(
        order_id=order_id,
        source_type=source_type,
        currency="VND",
        amount_allocated=promise.amount,
        reference=promise.reference,
        label=promise.label,
    )
