"""The signed link by which a buyer without an account reaches their order."""

from django.conf import settings
from django.core.signing import Signer
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from marketplace.order.models import Order


def order_token(number: str) -> str:
    """Return the token that opens the order ``number``; it has no end, the buyer keeps it."""
    return Signer(salt="order.link").signature(number)


def order_for_token(*, number: str, token: str) -> Order:
    """Return the order ``number`` to whoever holds its token.

    Raises `Order.DoesNotExist` for an unknown number and for a wrong token alike.
    """
    if not constant_time_compare(order_token(number), token):
        raise Order.DoesNotExist(number)
    return Order.objects.get(number=number)


def order_link(number: str) -> str:
    """Return the full address of an order, token included."""
    path = reverse("order-by-link", kwargs={"number": number})
    return f"{settings.SITE_URL}{path}?token={order_token(number)}"
