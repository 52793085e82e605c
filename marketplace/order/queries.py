"""Reading orders: as the buyer, and as the seller of one part."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from catalogue.kernel.money import to_dong
from catalogue.partner.states import TeamRole
from marketplace.order.models import Line, Order, PartnerOrder, PartnerOrderChange, ShippingAddress
from marketplace.order.states import (
    BUYERS_MOVES,
    PARTNER_ORDER_MOVES,
    PartnerOrderState,
)

#: The seats at a desk that see and move its orders.
ORDER_ROLES = (TeamRole.OWNER, TeamRole.ORDERS)


@dataclass(frozen=True, slots=True)
class LineView:
    """One line as its buyer or seller reads it; ``total`` in đồng after discounts."""

    name: str
    product_id: int | None
    quantity: int
    total: int


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a part: what happened, when, the reason given, and whether it is the last."""

    title: str
    at: datetime
    note: str
    current: bool


@dataclass(frozen=True, slots=True)
class PartView:
    """One seller's part of an order as its buyer reads it; money in đồng."""

    id: int
    number: str
    partner_name: str
    partner_url: str
    partner_phone: str
    state: str
    label: str
    goods_total: int
    shipping_charge: int
    total: int
    lines: tuple[LineView, ...]
    steps: tuple[Step, ...]
    can_cancel: bool


def partner_orders_for(*, user: Any) -> QuerySet[PartnerOrder]:
    """Return the parts that ``user`` may handle: those of the desks where they sit for orders.

    A suspended partner still fulfils what was bought from it.
    """
    return PartnerOrder.objects.filter(
        partner__team__user=user, partner__team__role__in=ORDER_ROLES
    ).distinct()


def partner_order_for(*, user: Any, number: str) -> PartnerOrder:
    """Return the part ``number`` if it is one of ``user``'s.

    Raises `PartnerOrder.DoesNotExist` for an unknown number and for anyone else's alike.
    """
    return (
        partner_orders_for(user=user)
        .select_related("order__shipping_address", "partner")
        .get(number=number)
    )


def count_parts_by_state(*, user: Any) -> dict[str, int]:
    """Return how many parts of ``user``'s desks are in each state, every state named."""
    rows = partner_orders_for(user=user).values("state").annotate(n=Count("pk", distinct=True))
    counts = {row["state"]: row["n"] for row in rows.order_by()}
    return {state.value: counts.get(state.value, 0) for state in PartnerOrderState}


def orders_of(*, user: Any) -> QuerySet[Order]:
    """Return the orders that ``user`` placed while signed in, the latest first."""
    return Order.objects.filter(user=user).order_by("-date_placed", "-pk")


def last_address_of(*, user: Any) -> ShippingAddress | None:
    """Return where the latest order of ``user`` went, or None."""
    order = (
        orders_of(user=user)
        .filter(shipping_address__isnull=False)
        .select_related("shipping_address__commune__province")
        .first()
    )
    return order.shipping_address if order else None


def email_of(order: Order) -> str:
    """Return where mail about ``order`` goes, "" when its buyer left no address."""
    if order.guest_email:
        return order.guest_email
    return order.user.email if order.user else ""


def order_timeline(*, order: Order) -> list[PartView]:
    """Return each seller's part of ``order`` with its lines and steps, in 4 queries."""
    lines: dict[int | None, list[LineView]] = {}
    for line in order.lines.order_by("pk"):
        lines.setdefault(line.partner_id, []).append(view_of_line(line))
    parts = (
        order.partner_orders.select_related("partner")
        .prefetch_related(Prefetch("changes", PartnerOrderChange.objects.order_by("at", "pk")))
        .order_by("pk")
    )
    return [_view_of_part(part, tuple(lines.get(part.partner_id, ()))) for part in parts]


def view_of_line(line: Line) -> LineView:
    """Return ``line`` as it is read on pages and in mail."""
    total = to_dong(line.line_price_incl_tax)
    return LineView(line.title, line.product_id, line.quantity, total)


def steps_of(part: PartnerOrder) -> tuple[Step, ...]:
    """Return the moves of ``part`` in words, the first one first."""
    changes = list(part.changes.all())
    return tuple(
        Step(
            title=state_in_words(PartnerOrderState(change.to_state)),
            at=change.at,
            note=change.reason,
            current=change is changes[-1],
        )
        for change in changes
    )


def state_in_words(state: PartnerOrderState) -> str:
    """Return the sentence that tells a buyer where a part is."""
    return {
        PartnerOrderState.NEW: _("Đã gửi đơn cho người bán"),
        PartnerOrderState.ACCEPTED: _("Người bán đã nhận đơn"),
        PartnerOrderState.PACKED: _("Đã đóng gói"),
        PartnerOrderState.SHIPPED: _("Đang trên đường giao"),
        PartnerOrderState.DELIVERED: _("Đã giao tới bạn"),
        PartnerOrderState.REFUSED: _("Người bán đã từ chối đơn này"),
        PartnerOrderState.CANCELLED: _("Đã hủy theo yêu cầu"),
        PartnerOrderState.RETURNED: _("Đã trả lại người bán"),
    }[state]


def _view_of_part(part: PartnerOrder, lines: tuple[LineView, ...]) -> PartView:
    state = PartnerOrderState(part.state)
    return PartView(
        id=part.pk,
        number=part.number,
        partner_name=part.partner.name,
        partner_url=part.partner.get_absolute_url(),
        partner_phone=part.partner.phone.as_national if part.partner.phone else "",
        state=state.value,
        label=str(state.label),
        goods_total=part.goods_total,
        shipping_charge=part.shipping_charge,
        total=part.total,
        lines=lines,
        steps=steps_of(part),
        can_cancel=any(PARTNER_ORDER_MOVES.allows(state, move) for move in BUYERS_MOVES),
    )
