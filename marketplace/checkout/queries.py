"""The basket as its buyer reads it: by seller, with what stands against ordering it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from oscar.apps.basket.models import Basket
from oscar.apps.offer.applicator import Applicator

from catalogue.cards import ProductCard
from catalogue.kernel.money import split_by_largest_remainder, to_dong
from catalogue.product_page import MOST_PER_ORDER
from catalogue.queries import product_cards
from marketplace.order.basket_check import (
    LineProblem,
    ProblemKind,
    find_problems,
    free_stock,
    lines_to_buy,
)
from marketplace.order.discounts import make_discounts_whole
from marketplace.shipping.queries import charge_ranges_for_lines, charges_for_lines
from marketplace.shipping.repository import Repository


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One good in the basket; ``card`` is None for one that is no longer listed. Đồng."""

    id: int
    name: str
    card: ProductCard | None
    quantity: int
    most: int
    unit_price: int | None
    total: int
    problem: LineProblem | None


@dataclass(frozen=True, slots=True)
class BasketGroup:
    """The goods of one seller. ``charge`` is known once the province is, else a range."""

    partner_name: str
    partner_url: str
    lines: tuple[BasketLine, ...]
    goods_total: int
    charge: int | None
    charge_least: int
    charge_most: int


@dataclass(frozen=True, slots=True)
class BasketView:
    """A basket by seller; ``shipping`` and ``total`` are None until the province is known."""

    groups: tuple[BasketGroup, ...]
    goods_total: int
    discount: int
    shipping: int | None
    shipping_least: int
    total: int | None
    problems: tuple[LineProblem, ...]

    @property
    def is_empty(self) -> bool:
        """Nothing is in it."""
        return not self.groups

    @property
    def can_order(self) -> bool:
        """Nothing stands against ordering it."""
        return bool(self.groups) and not self.problems

    @property
    def only_prices_changed(self) -> bool:
        """All that stands against ordering it is that the buyer has not seen today's prices."""
        kinds = {problem.kind for problem in self.problems}
        return kinds == {ProblemKind.PRICE_CHANGED}


def load_basket(*, basket: Basket, user: Any) -> None:
    """Load the lines of ``basket`` and apply the offers to them, in whole đồng."""
    if lines_to_buy(basket):
        Applicator().apply(basket, user)
        make_discounts_whole(basket)


def view_basket(*, basket: Basket, on: date, user: Any = None, province: Any = None) -> BasketView:
    """Return ``basket`` by seller as of the day ``on``; delivery is exact to ``province``.

    Lines that can't be bought stay in their group, count nothing and say why.
    """
    load_basket(basket=basket, user=user)
    lines = list(basket.all_lines())
    problems = {problem.line_id: problem for problem in find_problems(lines=lines, on=on)}
    cards = {card.id: card for card in product_cards(products=_ids(lines), on=on)}
    views = {
        line.pk: _view_line(line, cards.get(line.product_id), problems.get(line.pk))
        for line in lines
    }
    ranges = charge_ranges_for_lines(lines=lines)
    charges = _charges(basket, lines, province) if province else {}
    groups = tuple(
        _view_group(
            [line for line in lines if line.stockrecord.partner_id == partner_id],
            views,
            charges.get(partner_id),
            charge_range,
        )
        for partner_id, charge_range in ranges.items()
    )
    goods = sum(group.goods_total for group in groups)
    before = sum(to_dong(line.line_price_incl_tax) for line in lines if views[line.pk].total)
    shipping = sum(charges.values()) if province else None
    return BasketView(
        groups=groups,
        goods_total=before,
        discount=before - goods,
        shipping=shipping,
        shipping_least=sum(group.charge_least for group in groups),
        total=None if shipping is None else goods + shipping,
        problems=tuple(problems.values()),
    )


def _ids(lines: list[Any]) -> list[int]:
    return [line.product_id for line in lines]


def _charges(basket: Basket, lines: list[Any], province: Any) -> dict[int, int]:
    """Return each seller's charge after Oscar's shipping offers, as the order will divide it."""
    charges = charges_for_lines(lines=lines, province=province)
    method = Repository().method_for(basket, charge=sum(charges.values()))
    after = to_dong(method.calculate(basket).incl_tax)
    shares = split_by_largest_remainder(after, list(charges.values()))
    return dict(zip(charges, shares, strict=True))


def _view_line(line: Any, card: ProductCard | None, problem: LineProblem | None) -> BasketLine:
    price = None if line.stockrecord.price is None else to_dong(line.stockrecord.price)
    counts = card is not None and price is not None and free_stock(line) != 0
    free = free_stock(line)
    return BasketLine(
        id=line.pk,
        name=card.name if card else line.product.get_title(),
        card=card,
        quantity=line.quantity,
        most=MOST_PER_ORDER if free is None else min(free, MOST_PER_ORDER),
        unit_price=price,
        total=to_dong(line.line_price_incl_tax_incl_discounts) if counts else 0,
        problem=problem,
    )


def _view_group(
    lines: list[Any], views: dict[int, BasketLine], charge: int | None, charge_range: Any
) -> BasketGroup:
    partner = lines[0].stockrecord.partner
    own = tuple(views[line.pk] for line in lines)
    return BasketGroup(
        partner_name=partner.name,
        partner_url=partner.get_absolute_url(),
        lines=own,
        goods_total=sum(line.total for line in own),
        charge=charge,
        charge_least=charge_range.least,
        charge_most=charge_range.most,
    )
