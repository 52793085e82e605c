"""The states of an order and of each partner's part of it, and the moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.kernel.moves import Moves


class OrderState(models.TextChoices):
    """An order is open while any of its parts can still move."""

    PLACED = "placed", _("Đã đặt")
    COMPLETED = "completed", _("Hoàn tất")
    CANCELLED = "cancelled", _("Đã hủy")


ORDER_MOVES = Moves(
    "order",
    {
        OrderState.PLACED: frozenset({OrderState.COMPLETED, OrderState.CANCELLED}),
        OrderState.COMPLETED: frozenset(),
        OrderState.CANCELLED: frozenset(),
    },
)


class PartnerOrderState(models.TextChoices):
    """Where one partner's part of an order is."""

    NEW = "new", _("Mới")
    ACCEPTED = "accepted", _("Đã nhận")
    PACKED = "packed", _("Đã đóng gói")
    SHIPPED = "shipped", _("Đang giao")
    DELIVERED = "delivered", _("Đã giao")
    REFUSED = "refused", _("Người bán từ chối")
    CANCELLED = "cancelled", _("Đã hủy")
    RETURNED = "returned", _("Đã trả lại")


PARTNER_ORDER_MOVES = Moves(
    "partner order",
    {
        PartnerOrderState.NEW: frozenset(
            {PartnerOrderState.ACCEPTED, PartnerOrderState.REFUSED, PartnerOrderState.CANCELLED}
        ),
        PartnerOrderState.ACCEPTED: frozenset(
            {PartnerOrderState.PACKED, PartnerOrderState.REFUSED, PartnerOrderState.CANCELLED}
        ),
        PartnerOrderState.PACKED: frozenset({PartnerOrderState.SHIPPED}),
        PartnerOrderState.SHIPPED: frozenset(
            {PartnerOrderState.DELIVERED, PartnerOrderState.RETURNED}
        ),
        PartnerOrderState.DELIVERED: frozenset({PartnerOrderState.RETURNED}),
        PartnerOrderState.REFUSED: frozenset(),
        PartnerOrderState.CANCELLED: frozenset(),
        PartnerOrderState.RETURNED: frozenset(),
    },
)

#: The part has come to rest: nothing is awaited from its seller any more.
RESTING_STATES = frozenset(
    {
        PartnerOrderState.DELIVERED,
        PartnerOrderState.REFUSED,
        PartnerOrderState.CANCELLED,
        PartnerOrderState.RETURNED,
    }
)

#: The part never left: its goods are free again and nothing is owed for it.
UNSOLD_STATES = frozenset({PartnerOrderState.REFUSED, PartnerOrderState.CANCELLED})

#: What only the buyer asks for; every other move is the seller's.
BUYERS_MOVES = frozenset({PartnerOrderState.CANCELLED})
