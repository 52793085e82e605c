"""One line of a register to a checked row, or to every reason why it is refused.

The rules come from Quyết định 26/2026/QĐ-TTg and its forerunners; `certificates` holds those about
stars, dates and issuers. Lines are independent of each other: see `duplicates` for what is not.
"""

from collections.abc import Mapping
from functools import partial
from typing import TypedDict

from catalogue.certification.register.cells import (
    STOCK_LIMIT,
    WEIGHT_LIMIT_GRAMS,
    to_months,
    to_phone,
    to_price,
    to_tax_code,
    to_whole,
)
from catalogue.certification.register.certificates import read_certificate
from catalogue.certification.register.columns import BY_NAME
from catalogue.certification.register.line_reader import LineReader
from catalogue.certification.register.provinces import find_old_province, find_province
from catalogue.certification.register.rows import ProducerKind, Refusal, RegisterRow
from catalogue.certification.register.words import (
    COMMUNE_LISTS,
    PRODUCER_KINDS,
    find_word,
)


class Identity(TypedDict):
    """What the product is and who makes it."""

    reference: str
    name_vi: str
    name_en: str
    producer_name: str
    producer_kind: ProducerKind
    tax_code: str | None
    phone: str | None


class Place(TypedDict):
    """Where it comes from, with the names of before July 2025."""

    commune: str | None
    commune_as_of: str | None
    district_old: str | None
    province_old: str | None
    province: str


class Goods(TypedDict):
    """What the shop needs to sell it."""

    price: int | None
    unit: str
    net_quantity: str
    weight_grams: int
    stock: int | None
    storage: str
    shelf_life: str
    ingredients: str
    description_vi: str
    description_en: str
    season_months: tuple[int, ...]
    demonstration: frozenset[str]


def parse_row(line: int, mapping: Mapping[str, object]) -> RegisterRow | list[Refusal]:
    """Check one line, given as column names of `columns` to raw cells; pure, never raises.

    Returns the row, or the non-empty list of all refusals of the line in the order of the columns.
    """
    reader = LineReader(line, mapping)
    identity = _read_identity(reader)
    place = _read_place(reader)
    certificate = read_certificate(reader)
    goods = _read_goods(reader)
    if reader.refusals or certificate is None:
        return reader.sorted_refusals()
    return RegisterRow(line=line, **identity, **place, **certificate, **goods)


def _read_identity(reader: LineReader) -> Identity:
    kind = reader.convert_text("producer_kind", partial(find_word, PRODUCER_KINDS), required=True)
    return Identity(
        reference=reader.text("reference", required=True),
        name_vi=reader.text("name_vi", required=True),
        name_en=reader.text("name_en"),
        producer_name=reader.text("producer_name", required=True),
        producer_kind=kind or ProducerKind.HOUSEHOLD,
        tax_code=reader.convert_text("tax_code", to_tax_code),
        phone=reader.convert_text("phone", to_phone),
    )


def _read_place(reader: LineReader) -> Place:
    given = reader.text("province", required=True)
    given_old = reader.text("province_old")
    found = find_province(given) if given else None
    found_old = find_old_province(given_old) if given_old else None
    if given and found is None:
        reader.refuse("province", f"không có tỉnh “{given}”", f"there is no province “{given}”")
    if given_old and found_old is None:
        reader.refuse(
            "province_old",
            f"trước tháng 7/2025 không có tỉnh “{given_old}”",
            f"there was no province “{given_old}” before July 2025",
        )
    if found and found_old and found.today != found_old.today:
        reader.refuse(
            "province_old",
            f"{found_old.old} nay thuộc {found_old.today}, không thuộc {found.today}",
            f"{found_old.old} is now part of {found_old.today}, not of {found.today}",
        )
    old = found_old or found
    commune = reader.text("commune") or None
    list_of_commune = reader.text("commune_as_of")
    as_of = COMMUNE_LISTS.get(list_of_commune.casefold().replace("cũ", "cu").replace("mới", "moi"))
    if (list_of_commune and as_of is None) or (commune and not list_of_commune):
        reader.refuse(
            "commune_as_of",
            "ghi “new” nếu xã theo danh mục từ 1/7/2025, “old” nếu theo danh mục trước đó",
            "write “new” for a commune of the list since 1 July 2025, “old” for one before",
        )
    return Place(
        commune=commune,
        commune_as_of=as_of if commune else None,
        district_old=reader.text("district_old") or None,
        province_old=old.old if old else None,
        province=found.today if found else "",
    )


def _read_goods(reader: LineReader) -> Goods:
    weight = reader.convert(
        "weight_grams", lambda value, text: to_whole(value, text, 0, WEIGHT_LIMIT_GRAMS)
    )
    return Goods(
        price=reader.convert("price", to_price),
        unit=reader.text("unit"),
        net_quantity=reader.text("net_quantity"),
        weight_grams=weight or 0,
        stock=reader.convert("stock", lambda value, text: to_whole(value, text, 0, STOCK_LIMIT)),
        storage=reader.text("storage"),
        shelf_life=reader.text("shelf_life"),
        ingredients=reader.text("ingredients"),
        description_vi=reader.text("description_vi"),
        description_en=reader.text("description_en"),
        season_months=reader.convert("season_months", to_months) or (),
        demonstration=_read_demonstration(reader),
    )


def _read_demonstration(reader: LineReader) -> frozenset[str]:
    names = reader.words("demonstration")
    unknown = sorted(name for name in names if name not in BY_NAME)
    if unknown:
        reader.refuse(
            "demonstration",
            f"không có cột {', '.join(unknown)}",
            f"there is no column {', '.join(unknown)}",
        )
    return frozenset(names)
