"""Every write of the way from basket to order."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.basket.models import Basket, Line

from catalogue.models import Product
from catalogue.partner.models import InsufficientStock
from marketplace.checkout.queries import load_basket
from marketplace.order.basket_check import (
    BasketRefused,
    LineProblem,
    ProblemKind,
    free_stock,
    lines_to_buy,
)
from marketplace.order.models import Order
from marketplace.order.operations import Buyer, Destination, place_order


class BasketEmpty(Exception):
    """There is nothing to order."""


class AddRefused(Exception):
    """Something can't go into the basket as asked; the text is for the buyer, nothing changed."""


@dataclass(frozen=True)
class Checkout:
    """Everything that one press of the order button stands for."""

    basket_id: int
    buyer: Buyer
    destination: Destination
    provider: str
    strategy: Any


@transaction.atomic
def complete_checkout(checkout: Checkout, *, now: datetime) -> Order:
    """Order a basket, once: a second call for the same basket returns the same order.

    The basket's row is locked first, so two tabs come one after the other. Everything is
    checked again inside `place_order`; what is refused there leaves basket and stock as they
    were. Raises `BasketEmpty`, `BasketRefused`, `VoucherNotAvailable` and `PaymentRefused`.
    """
    basket = Basket.objects.select_for_update().get(pk=checkout.basket_id)
    if basket.status == Basket.SUBMITTED:
        return Order.objects.get(basket=basket)
    basket.strategy = checkout.strategy
    load_basket(basket=basket, user=checkout.buyer.user)
    if basket.is_empty:
        raise BasketEmpty
    try:
        return place_order(
            basket=basket,
            buyer=checkout.buyer,
            destination=checkout.destination,
            provider=checkout.provider,
            now=now,
        )
    except InsufficientStock as error:
        raise BasketRefused([_sold_meanwhile(basket, error)]) from error


def add_to_basket(*, basket: Basket, product_id: int, quantity: int, on: date) -> Line:
    """Put ``quantity`` of a product into ``basket``.

    Raises `Product.DoesNotExist`, and `AddRefused` for a product that may not be sold on the
    day ``on``, has no price, or of which fewer are free than the basket would hold.
    """
    product = Product.objects.select_related("product_class").get(pk=product_id)
    name = {"name": product.get_title()}
    if not product.is_listed(on=on):
        raise AddRefused(_("%(name)s hiện không được bán.") % name)
    stock = product.stockrecords.first()
    if stock is None or stock.price is None:
        raise AddRefused(_("%(name)s hiện chưa có giá.") % name)
    present = 0 if basket.pk is None else basket.product_quantity(product)
    free = stock.net_stock_level if product.get_product_class().track_stock else None
    _check_quantity(name, wanted=present + quantity, free=free)
    return basket.add_product(product, quantity=quantity)[0]


def set_quantity(*, basket: Basket, line_id: int, quantity: int) -> None:
    """Set how many a line holds; none removes it.

    Raises `Line.DoesNotExist` for a line of another basket and `AddRefused` for more than free.
    """
    line = basket.lines.select_related("product__product_class", "stockrecord").get(pk=line_id)
    if quantity <= 0:
        line.delete()
    else:
        _check_quantity({"name": line.product.get_title()}, wanted=quantity, free=free_stock(line))
        line.quantity = quantity
        line.save(update_fields=["quantity"])
    basket.reset_offer_applications()


def accept_prices(*, basket: Basket) -> None:
    """Take today's prices as those that the buyer has seen."""
    for line in lines_to_buy(basket):
        if line.stockrecord.price is not None and line.price_incl_tax != line.stockrecord.price:
            line.price_incl_tax = line.price_excl_tax = line.stockrecord.price
            line.save(update_fields=["price_incl_tax", "price_excl_tax"])
    basket.reset_offer_applications()


def _check_quantity(name: dict[str, str], *, wanted: int, free: int | None) -> None:
    if free is None or wanted <= free:
        return
    if free <= 0:
        raise AddRefused(_("%(name)s đã hết hàng.") % name)
    raise AddRefused(_("%(name)s chỉ còn %(free)d.") % {**name, "free": free})


def _sold_meanwhile(basket: Basket, error: InsufficientStock) -> LineProblem:
    line = next(line for line in basket.all_lines() if line.stockrecord_id == error.stockrecord_id)
    name = line.product.get_title()
    text = _("%(name)s vừa bán hết trong lúc bạn đặt hàng.") % {"name": name}
    return LineProblem(line.pk, line.product_id, name, ProblemKind.SOLD_OUT, text)
