"""What a cooperative's desk shows of an order: its own part, and nothing else."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from catalogue.partner.models import TeamMember
from marketplace.order.models import PartnerOrder, PartnerOrderChange
from marketplace.order.queries import (
    ORDER_ROLES,
    LineView,
    count_parts_by_state,
    partner_orders_for,
    view_of_line,
)
from marketplace.order.states import (
    BUYERS_MOVES,
    PARTNER_ORDER_MOVES,
    UNSOLD_STATES,
    PartnerOrderState,
)

#: The buyer's phone and street are shown while the parcel is in the seller's hands.
DELIVERY_DONE = UNSOLD_STATES | {PartnerOrderState.DELIVERED, PartnerOrderState.RETURNED}


@dataclass(frozen=True, slots=True)
class Tab:
    """One state with the number of orders in it."""

    state: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Move:
    """One move that is allowed now; ``asks_reason`` for a refusal."""

    to: str
    label: str
    asks_reason: bool


@dataclass(frozen=True, slots=True)
class DeskOrder:
    """One part as its seller works on it; phone and street are "" once it is done with."""

    part: PartnerOrder
    label: str
    name: str
    phone: str
    phone_link: str
    street: str
    place: str
    note: str
    lines: tuple[LineView, ...]
    changes: tuple[PartnerOrderChange, ...]
    moves: tuple[Move, ...]


def has_seat(*, user: Any) -> bool:
    """Say whether ``user`` sits at any desk for orders."""
    return TeamMember.objects.filter(user=user, role__in=ORDER_ROLES).exists()


def tabs_for(*, user: Any, chosen: str) -> list[Tab]:
    """Return every state with its count, in the order of the work."""
    counts = count_parts_by_state(user=user)
    return [
        Tab(state.value, str(state.label), counts[state.value], state.value == chosen)
        for state in PartnerOrderState
    ]


def parts_in_state(*, user: Any, state: str) -> Any:
    """Return the parts of ``user``'s desks in ``state``: new work oldest first, the rest latest."""
    order = "placed_at" if state == PartnerOrderState.NEW else "-placed_at"
    return (
        partner_orders_for(user=user)
        .filter(state=state)
        .select_related("partner", "order__shipping_address")
        .order_by(order, "pk")
    )


def desk_order(*, part: PartnerOrder) -> DeskOrder:
    """Return all that the desk shows of ``part``; only the seller's own lines are read."""
    state = PartnerOrderState(part.state)
    address = part.order.shipping_address
    hidden = state in DELIVERY_DONE or address is None
    phone = None if hidden else address.phone_number
    changes = part.changes.select_related("by").order_by("at", "pk")
    return DeskOrder(
        part=part,
        label=str(state.label),
        name=address.last_name if address else "",
        phone=phone.as_national if phone else "",
        phone_link=phone.as_rfc3966 if phone else "",
        street="" if hidden else address.line1,
        place=f"{address.line4}, {address.state}" if address else "",
        note="" if hidden else address.notes,
        lines=tuple(view_of_line(line) for line in part.lines),
        changes=tuple(changes),
        moves=sellers_moves(state),
    )


def sellers_moves(state: PartnerOrderState) -> tuple[Move, ...]:
    """Return the moves that a seller may make from ``state``, the way forward first."""
    words = PartnerOrderState
    labels = {
        words.ACCEPTED: _("Nhận đơn"),
        words.PACKED: _("Đã đóng gói xong"),
        words.SHIPPED: _("Đã gửi hàng"),
        words.DELIVERED: _("Đã giao tới nơi"),
        words.RETURNED: _("Hàng bị trả lại"),
        words.REFUSED: _("Từ chối đơn"),
    }
    return tuple(
        Move(to.value, labels[to], asks_reason=to == words.REFUSED)
        for to in PARTNER_ORDER_MOVES.after(state)
        if to not in BUYERS_MOVES
    )
