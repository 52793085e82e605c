"""Listed products as feeds: Google Merchant's RSS 2.0, and CSV for everybody else.

Both are written piece by piece, so memory stays the same however many products there are.
Attribute names and their values: https://support.google.com/merchants/answer/7052112.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from marketplace.seo.structured_data import COUNTRY, CURRENCY
from marketplace.shipping.charges import UNKNOWN_GRAMS, Zone, charge_for

_GOOGLE = "http://base.google.com/ns/1.0"
#: What a spreadsheet takes for the start of a formula; Excel and others skip the white space.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONGEST_TITLE, _LONGEST_DESCRIPTION = 150, 5000
#: Not allowed in XML 1.0, and of no use in a text.
_CONTROLS = {code: None for code in range(32) if code not in {9, 10, 13}} | {
    0xFFFE: None,
    0xFFFF: None,
}
COLUMNS = (
    "id",
    "title",
    "description",
    "link",
    "image_link",
    "price_vnd",
    "availability",
    "net_quantity",
    "weight_grams",
    "category",
    "seller",
    "province",
    "commune",
    "certificate",
    "stars",
    "valid_to",
)


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One listed product. ``price`` in whole đồng, None where it is asked for; absolute links."""

    id: int
    title: str
    description: str
    link: str
    image_link: str
    price: int | None
    in_stock: bool
    net_quantity: str
    grams: int
    category: str
    seller: str
    province: str
    commune: str
    certificate: str
    stars: int
    valid_to: str
    needs_delivery: bool


def merchant_feed(
    items: Iterable[FeedItem], *, title: str, link: str, description: str
) -> Iterator[str]:
    """Yield the RSS of what Google Merchant takes: goods that are sent and have a price."""
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="{_GOOGLE}">'
        f"<channel><title>{_xml(title)}</title><link>{_xml(link)}</link>"
        f"<description>{_xml(description)}</description>\n"
    )
    for item in items:
        if item.price is not None and item.needs_delivery:
            yield _merchant_item(item)
    yield "</channel></rss>\n"


def _merchant_item(item: FeedItem) -> str:
    attributes = {
        "id": item.id,
        "title": item.title[:_LONGEST_TITLE],
        "description": item.description[:_LONGEST_DESCRIPTION],
        "link": item.link,
        "image_link": item.image_link,
        "availability": "in_stock" if item.in_stock else "out_of_stock",
        "price": f"{item.price} {CURRENCY}",
        "condition": "new",
        "brand": item.seller,
        "identifier_exists": "no",
        "product_type": item.category,
        "shipping_weight": f"{item.grams} g" if item.grams else "",
        "custom_label_0": f"OCOP {item.stars}",
        "custom_label_1": item.province,
    }
    # What is farthest away is what a parcel costs at most: a feed must not promise less.
    charge = charge_for(grams=item.grams or UNKNOWN_GRAMS, zone=Zone.ELSEWHERE)
    text = "".join(
        f"<g:{name}>{_xml(value)}</g:{name}>" for name, value in attributes.items() if value != ""
    )
    shipping = f"<g:country>{COUNTRY}</g:country><g:price>{charge} {CURRENCY}</g:price>"
    return f"<item>{text}<g:shipping>{shipping}</g:shipping></item>\n"


def csv_feed(items: Iterable[FeedItem]) -> Iterator[str]:
    """Yield the same as CSV, with a first line of names, for spreadsheets as well."""
    writer = csv.writer(_Echo())
    # The mark tells Excel that this is UTF-8.
    yield "\ufeff" + writer.writerow(COLUMNS)
    for item in items:
        values = (
            item.id,
            item.title,
            item.description,
            item.link,
            item.image_link,
            "" if item.price is None else item.price,
            "in_stock" if item.in_stock else "out_of_stock",
            item.net_quantity,
            item.grams or "",
            item.category,
            item.seller,
            item.province,
            item.commune,
            item.certificate,
            item.stars,
            item.valid_to,
        )
        yield writer.writerow([_no_formula(value) for value in values])


class _Echo:
    """A file that gives back what is written, so that ``writerow`` returns the line."""

    def write(self, line: str) -> str:
        return line


def _no_formula(value: Any) -> Any:
    """Return a text that no spreadsheet will run: what looks like a formula gets an apostrophe."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _xml(value: Any) -> str:
    return escape(str(value).translate(_CONTROLS))
