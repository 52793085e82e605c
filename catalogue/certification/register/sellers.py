"""One seller, one set of facts: rows that name the same producer are made to agree.

Without this two rows would write two spellings or two telephone numbers in turn, and a second run
of the same file would change the database again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from catalogue.certification.register.duplicates import fold_producer
from catalogue.certification.register.rows import (
    ProducerKind,
    ReadResult,
    Refusal,
    RegisterRow,
)

#: The columns that speak of the seller, not of the product.
SELLER_COLUMNS = frozenset({"producer_name", "producer_kind", "tax_code", "phone"})


@dataclass
class _Seller:
    """What the rows so far say about one seller; `line` is the first of them."""

    line: int
    name: str
    kind: ProducerKind
    tax_code: str | None
    phone: str | None
    demonstration: frozenset[str]


def agree_on_sellers(rows: Iterable[RegisterRow]) -> ReadResult:
    """Give all rows of a producer the name, kind, tax code and telephone first given for it.

    A row that names another kind or tax code than an earlier one is refused with that line.
    """
    sellers: dict[str, _Seller] = {}
    kept: list[RegisterRow] = []
    refusals: list[Refusal] = []
    for row in rows:
        seller = sellers.setdefault(fold_producer(row), _seller_of(row))
        found = _contradictions(row, seller)
        if found:
            refusals += found
            continue
        seller.tax_code = seller.tax_code or row.tax_code
        seller.phone = seller.phone or row.phone
        kept.append(row)
    agreed = tuple(_as_its_seller(row, sellers[fold_producer(row)]) for row in kept)
    return ReadResult(agreed, tuple(refusals))


def _seller_of(row: RegisterRow) -> _Seller:
    return _Seller(
        line=row.line,
        name=row.producer_name,
        kind=row.producer_kind,
        tax_code=row.tax_code,
        phone=row.phone,
        demonstration=row.demonstration & SELLER_COLUMNS,
    )


def _contradictions(row: RegisterRow, seller: _Seller) -> list[Refusal]:
    found = []
    if row.producer_kind != seller.kind:
        found.append(_refusal(row, "producer_kind", "loại hình", "kind", seller.line))
    if row.tax_code and seller.tax_code and row.tax_code != seller.tax_code:
        found.append(_refusal(row, "tax_code", "mã số thuế", "tax code", seller.line))
    return found


def _refusal(row: RegisterRow, column: str, what_vi: str, what_en: str, line: int) -> Refusal:
    return Refusal(
        row.line,
        column,
        f"“{row.producer_name}” có {what_vi} khác ở dòng {line}",
        f"“{row.producer_name}” has another {what_en} on line {line}",
    )


def _as_its_seller(row: RegisterRow, seller: _Seller) -> RegisterRow:
    return replace(
        row,
        producer_name=seller.name,
        producer_kind=seller.kind,
        tax_code=seller.tax_code,
        phone=seller.phone,
        demonstration=(row.demonstration - SELLER_COLUMNS) | seller.demonstration,
    )
