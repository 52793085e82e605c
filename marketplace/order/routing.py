"""Routing: the lines of one checkout become one part per partner. Pure.

The parts are only sums of what was charged; nothing is priced here. Discounts are already in
the lines' totals, and delivery is divided by largest remainder when an offer made it cheaper.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.kernel.money import split_by_largest_remainder


class PartsDoNotAddUp(AssertionError):
    """The parts are not what the buyer is charged; placing stops."""


@dataclass(frozen=True, slots=True)
class LineToRoute:
    """One line: whose it is, and what is charged for it in đồng after discounts."""

    partner_id: int
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """One partner's share of an order in đồng; ``position`` counts from 1."""

    partner_id: int
    position: int
    goods_total: int
    shipping_charge: int

    @property
    def total(self) -> int:
        """Goods and delivery."""
        return self.goods_total + self.shipping_charge


def route_lines(
    lines: Sequence[LineToRoute], *, charges: Mapping[int, int], shipping: int, charged: int
) -> tuple[Part, ...]:
    """Return one part per partner, in the order in which the partners first appear.

    ``charges`` is each partner's delivery before offers, ``shipping`` what is charged for all
    deliveries together, ``charged`` the whole order. Raises `PartsDoNotAddUp` when the parts
    are not exactly ``charged``, and `ValueError` for no lines.
    """
    goods: dict[int, int] = {}
    for line in lines:
        goods[line.partner_id] = goods.get(line.partner_id, 0) + line.total
    partners = list(goods)
    shares = split_by_largest_remainder(shipping, [charges.get(key, 0) for key in partners])
    parts = tuple(
        Part(key, position, goods[key], share)
        for position, (key, share) in enumerate(zip(partners, shares, strict=True), start=1)
    )
    if sum(part.total for part in parts) != charged:
        raise PartsDoNotAddUp(f"{[part.total for part in parts]} is not {charged}")
    return parts
