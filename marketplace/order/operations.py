"""Every write about orders; nothing else saves them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from oscar.apps.checkout.calculators import OrderTotalCalculator
from oscar.core.loading import get_model

from catalogue.kernel.money import to_dong
from marketplace.order.basket_check import BasketRefused, find_problems
from marketplace.order.creation import OrderCreator, Placing
from marketplace.order.models import (
    Order,
    PartnerOrder,
    PartnerOrderChange,
    ShippingAddress,
)
from marketplace.order.numbers import new_number, part_number
from marketplace.order.routing import LineToRoute, Part, route_lines
from marketplace.order.states import (
    ORDER_MOVES,
    PARTNER_ORDER_MOVES,
    RESTING_STATES,
    UNSOLD_STATES,
    OrderState,
    PartnerOrderState,
)
from marketplace.outbox.operations import NewMessage, write_message, write_messages
from marketplace.payment.operations import promise_payment, record_promise
from marketplace.shipping.queries import charges_for_lines
from marketplace.shipping.repository import Repository

ORDER_PLACED = "order.placed"
PART_PLACED = "order.part_placed"
PART_MOVED = "order.part_moved"


class ReasonMissing(ValueError):
    """A seller refuses without saying why."""


@dataclass(frozen=True)
class Buyer:
    """Who buys: a user or nobody signed in, an e-mail or none, and the language they read."""

    user: Any
    email: str
    language: str


@dataclass(frozen=True)
class Destination:
    """Who receives, and where; ``province`` and ``commune`` are rows of places."""

    name: str
    phone: str
    province: Any
    commune: Any
    street: str
    note: str = ""


@transaction.atomic
def place_order(
    *, basket: Any, buyer: Buyer, destination: Destination, provider: str, now: datetime
) -> Order:
    """Turn ``basket`` into an order with one part per partner, and take its stock.

    All in one transaction, the outbox rows of the buyer's and the sellers' mail included. The
    basket comes with its strategy and its offers applied to `lines_to_buy`, and locked.

    Raises `BasketRefused` (unlisted, seller suspended, price changed, sold out),
    `InsufficientStock` (sold out since that check), `VoucherNotAvailable`, `PaymentRefused`;
    nothing is written then.
    """
    lines = basket.all_lines()
    if problems := find_problems(lines=lines, on=timezone.localdate(now)):
        raise BasketRefused(problems)
    address = _write_address(destination)
    charges = charges_for_lines(lines=lines, province=destination.province)
    method = Repository().method_for(basket, charge=sum(charges.values()))
    shipping = method.calculate(basket)
    total = OrderTotalCalculator().calculate(basket, shipping)
    number = new_number()
    promise = promise_payment(provider=provider, reference=number, amount=to_dong(total.incl_tax))
    order = OrderCreator().write(
        Placing(
            number=number,
            basket=basket,
            method=method,
            shipping_charge=shipping,
            total=total,
            address=address,
            user=buyer.user,
            email=buyer.email,
            language=buyer.language,
            now=now,
        )
    )
    parts = route_lines(
        [
            LineToRoute(
                line.stockrecord.partner_id, to_dong(line.line_price_incl_tax_incl_discounts)
            )
            for line in lines
        ],
        charges=charges,
        shipping=to_dong(shipping.incl_tax),
        charged=to_dong(total.incl_tax),
    )
    _write_parts(order, parts, now=now, by=buyer.user)
    record_promise(promise=promise, order_id=order.pk)
    basket.submit()
    return order


@transaction.atomic
def move_partner_order(
    *, partner_order_id: int, to: PartnerOrderState, by: Any, now: datetime, reason: str = ""
) -> PartnerOrder:
    """Move one part to the state ``to``: the only door.

    A part that is refused or cancelled frees its stock, one that is shipped uses it up. The
    order ends when all its parts rest. The buyer is told through the outbox. Raises
    `MoveRefused` when the table does not allow it, `ReasonMissing` for a refusal without a
    reason; nothing has changed then.
    """
    if to == PartnerOrderState.REFUSED and not reason.strip():
        raise ReasonMissing
    part = PartnerOrder.objects.only("order_id").get(pk=partner_order_id)
    # The order first, then its part: two parts that move at once close the order only once.
    order = Order.objects.select_for_update().get(pk=part.order_id)
    part = PartnerOrder.objects.select_for_update().get(pk=partner_order_id)
    source = PartnerOrderState(part.state)
    PARTNER_ORDER_MOVES.check(source, to)
    part.state = to
    part.save(update_fields=["state"])
    change = PartnerOrderChange.objects.create(
        partner_order=part, from_state=source, to_state=to, at=now, by=by, reason=reason.strip()
    )
    _settle_stock(part, to)
    _close_order(order)
    write_message(
        topic=PART_MOVED,
        key=f"{PART_MOVED}:{change.pk}",
        payload={"change_id": change.pk},
        now=now,
    )
    return part


def _write_address(destination: Destination) -> ShippingAddress:
    country, _ = get_model("address", "Country").objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={"printable_name": "Việt Nam", "name": "Việt Nam", "is_shipping_country": True},
    )
    return ShippingAddress.objects.create(
        last_name=destination.name,
        phone_number=destination.phone,
        line1=destination.street,
        line4=str(destination.commune),
        state=str(destination.province),
        commune=destination.commune,
        notes=destination.note,
        country=country,
    )


def _write_parts(order: Order, parts: Sequence[Part], *, now: datetime, by: Any) -> None:
    rows = PartnerOrder.objects.bulk_create(
        [
            PartnerOrder(
                order=order,
                partner_id=part.partner_id,
                number=part_number(order.number, part.position),
                goods_total=part.goods_total,
                shipping_charge=part.shipping_charge,
                placed_at=now,
            )
            for part in parts
        ]
    )
    PartnerOrderChange.objects.bulk_create(
        [
            PartnerOrderChange(partner_order=row, to_state=PartnerOrderState.NEW, at=now, by=by)
            for row in rows
        ]
    )
    messages = [NewMessage(ORDER_PLACED, f"{ORDER_PLACED}:{order.pk}", {"order_id": order.pk})]
    messages += [
        NewMessage(PART_PLACED, f"{PART_PLACED}:{row.pk}", {"partner_order_id": row.pk})
        for row in rows
    ]
    write_messages(messages=messages, now=now)


def _settle_stock(part: PartnerOrder, to: PartnerOrderState) -> None:
    if to not in UNSOLD_STATES and to != PartnerOrderState.SHIPPED:
        return
    for line in part.lines.select_related("stockrecord__product").order_by("stockrecord_id"):
        if line.stockrecord is None or not line.num_allocated:
            continue
        if to in UNSOLD_STATES:
            line.cancel_allocation(line.num_allocated)
        else:
            line.consume_allocation(line.num_allocated)


def _close_order(order: Order) -> None:
    states = set(order.partner_orders.values_list("state", flat=True))
    if order.status != OrderState.PLACED or not states <= RESTING_STATES:
        return
    end = OrderState.CANCELLED if states <= UNSOLD_STATES else OrderState.COMPLETED
    source = OrderState(order.status)
    ORDER_MOVES.check(source, end)
    order.status = end
    order.save(update_fields=["status"])
    order.status_changes.create(old_status=source, new_status=end)
