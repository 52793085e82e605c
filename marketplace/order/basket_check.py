"""Whether each line of a basket can be bought now, and in which words it can't."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.kernel.money import to_dong
from catalogue.models import Product
from catalogue.partner.states import PartnerState


class ProblemKind(StrEnum):
    """Why a line can't be bought as it stands."""

    SELLER_SUSPENDED = "seller_suspended"
    NOT_LISTED = "not_listed"
    NO_PRICE = "no_price"
    SOLD_OUT = "sold_out"
    TOO_FEW = "too_few"
    PRICE_CHANGED = "price_changed"


@dataclass(frozen=True, slots=True)
class LineProblem:
    """One line that can't be bought as it stands, and the sentence for the buyer."""

    line_id: int
    product_id: int
    product_name: str
    kind: ProblemKind
    text: str


class BasketRefused(Exception):
    """The basket can't be ordered as it stands; nothing was written."""

    def __init__(self, problems: list[LineProblem]) -> None:
        super().__init__("; ".join(f"{item.product_id}: {item.kind}" for item in problems))
        self.problems = problems


def lines_to_buy(basket: Any) -> Any:
    """Load the lines of ``basket`` with all that pricing, routing and delivery read; 4 queries.

    They become the basket's own lines, so that Oscar's offers and order writer use the same.
    """
    if basket.pk is None:
        return []
    lines = (
        basket.lines.select_related(
            "product__product_class",
            "product__parent__product_class",
            "product__partner",
            "stockrecord__partner__province",
        )
        .prefetch_related("attributes", "product__stockrecords")
        .order_by("pk")
    )
    for line in lines:
        # The same row by another way; stock is counted by the product's class.
        line.stockrecord.product = line.product
    basket._lines = lines
    return lines


def find_problems(*, lines: Iterable[Any], on: date) -> list[LineProblem]:
    """Return what stands against buying ``lines`` on the day ``on``; one query.

    A line is bought only if its product is listed (certificate in force, seller active), it has
    the price that its buyer was shown, and as many pieces are free as are asked for.
    """
    lines = list(lines)
    listed = set(
        Product.objects.filter(pk__in=[line.product_id for line in lines])
        .listed(on=on)
        .values_list("pk", flat=True)
    )
    problems = []
    for line in lines:
        found = _problem_of(line, is_listed=line.product_id in listed and _is_its_sellers(line))
        if found is not None:
            kind, text = found
            name = line.product.get_title()
            problems.append(LineProblem(line.pk, line.product_id, name, kind, text))
    return problems


def free_stock(line: Any) -> int | None:
    """Return how many pieces are free for ``line``, or None where stock is not counted."""
    if not line.product.get_product_class().track_stock:
        return None
    return max(0, line.stockrecord.net_stock_level)


def _problem_of(line: Any, *, is_listed: bool) -> tuple[ProblemKind, str] | None:
    names = {"name": line.product.get_title()}
    if not is_listed:
        return _why_unlisted(line, names)
    stock = line.stockrecord
    if stock is None or stock.price is None:
        return ProblemKind.NO_PRICE, _("%(name)s hiện chưa có giá.") % names
    free = free_stock(line)
    if free == 0:
        return ProblemKind.SOLD_OUT, _("%(name)s vừa hết hàng.") % names
    if free is not None and free < line.quantity:
        text = ngettext(
            "%(name)s chỉ còn %(free)d, giỏ đang có %(wanted)d.",
            "%(name)s chỉ còn %(free)d, giỏ đang có %(wanted)d.",
            free,
        )
        return ProblemKind.TOO_FEW, text % {**names, "free": free, "wanted": line.quantity}
    if line.price_incl_tax != stock.price:
        prices = {"old": _dong(line.price_incl_tax), "new": _dong(stock.price)}
        text = _("%(name)s đổi giá từ %(old)s thành %(new)s.")
        return ProblemKind.PRICE_CHANGED, text % {**names, **prices}
    return None


def _why_unlisted(line: Any, names: dict[str, str]) -> tuple[ProblemKind, str]:
    partner = line.product.partner
    if partner is not None and partner.state == PartnerState.SUSPENDED:
        text = _("%(name)s: người bán đang tạm ngừng bán hàng.")
        return ProblemKind.SELLER_SUSPENDED, text % names
    text = _("%(name)s không còn giấy chứng nhận OCOP có hiệu lực nên không bán được nữa.")
    return ProblemKind.NOT_LISTED, text % names


def _is_its_sellers(line: Any) -> bool:
    # The certificate is one subject's (Decision 26/2026/QĐ-TTg Art. 2): what another seller
    # offers under it is not the certified product. A variant is its parent's seller's.
    product = line.product
    seller = product.partner_id or (product.parent and product.parent.partner_id)
    return line.stockrecord is None or line.stockrecord.partner_id == seller


def _dong(amount: Any) -> str:
    return f"{to_dong(amount):,}".replace(",", ".") + "\xa0₫"
