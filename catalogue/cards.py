"""What a product card shows, as plain data that a template can print without a question."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from urllib.parse import quote

from django.conf import settings
from django.urls import get_urlconf, reverse
from django.utils.translation import get_language

from catalogue.certification.states import CertificateState
from catalogue.kernel.glue import glue, glue_place
from catalogue.kernel.money import to_dong
from catalogue.label.addresses import art_url
from catalogue.label.choose import LabelSpec, choose_label
from catalogue.label.inks import Area
from catalogue.languages import reads_english
from catalogue.pictures.photograph import Photograph

_UNPLACED = "NB"


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One product in a list. ``price`` is whole đồng with tax; texts hold their words together.

    ``printing`` is the CSS class of the label's inks, ``image_url`` empty until a photograph is
    uploaded, ``renewing`` a certificate extended while its renewal is decided.
    """

    id: int
    url: str
    name: str
    place: str
    printing: str
    art_url: str
    image_url: str
    price: int | None
    net_quantity: str
    stars: int
    renewing: bool
    in_stock: bool
    season: bool
    partner_name: str
    partner_url: str
    add_url: str
    photograph: Photograph | None = None


@dataclass(frozen=True, slots=True)
class CardRow:
    """A product's row as the card query selects it, with those that belong to it."""

    product: dict
    stock: dict | None
    photograph: Photograph | None
    certificate: dict

    @property
    def image_url(self) -> str:
        """Return the address of the photograph, "" if there is none."""
        return self.photograph.square.src if self.photograph else ""


def build_cards(rows: list[CardRow], *, on: date) -> list[ProductCard]:
    """Return the cards of ``rows`` in their order.

    Where two neighbours would hang the same picture in the same inks, the second is printed in
    the other inks of its area.
    """
    language = _Language.active()
    cards, before = [], None
    for row in rows:
        spec = product_label(row.product)
        if before and (spec.motif, spec.area, spec.printing) == (
            before.motif,
            before.area,
            before.printing,
        ):
            spec = spec.reprinted()
        cards.append(_card(row, spec, on, language))
        before = spec
    return cards


def product_label(product: dict) -> LabelSpec:
    """Return the drawn label of a product's row: see `CARD_COLUMNS` for what it holds."""
    areas = product["old_province__area"] or product["province__areas"] or _UNPLACED
    return _label(product["title_vi"] or "", product["ocop_set"], product["slug"], areas.split()[0])


def in_stock(stock: dict | None, *, tracked: bool) -> bool:
    """Say whether at least one unit is free; goods whose stock is not tracked always are."""
    if stock is None:
        return False
    return not tracked or (stock["num_in_stock"] or 0) > (stock["num_allocated"] or 0)


def product_url(slug: str, number: int) -> str:
    """Return a product's address in the active language."""
    return _Language.active().product_url(slug, number)


def partner_url(slug: str) -> str:
    """Return a partner's address in the active language."""
    return _Language.active().partner_url(slug)


def in_language(vietnamese: str | None, english: str | None) -> str:
    """Return the English text when English is read and there is one, else the Vietnamese one."""
    return _Language.active().text(vietnamese, english)


@dataclass(frozen=True, slots=True)
class _Language:
    """The language that is read, and the addresses in it; asked for once for a whole list."""

    english: bool
    product_pattern: str
    partner_pattern: str
    add_pattern: str

    @classmethod
    def active(cls) -> "_Language":
        return _language(get_language() or "vi", get_urlconf() or settings.ROOT_URLCONF)

    def text(self, vietnamese: str | None, english: str | None) -> str:
        return (english if self.english and english else vietnamese) or ""

    def product_url(self, slug: str, number: int) -> str:
        return self.product_pattern.replace("slug_0", f"{quote(slug)}_{number}")

    def partner_url(self, slug: str) -> str:
        return self.partner_pattern.replace("slug", quote(slug))

    def add_url(self, number: int) -> str:
        return self.add_pattern.replace("/0/", f"/{number}/")


@lru_cache(maxsize=16)
def _language(code: str, urlconf: str) -> _Language:
    """Reverse each address once; reversing 72 of them costs more than the queries of a list."""
    return _Language(
        english=reads_english(code),
        product_pattern=reverse(
            "catalogue:detail", urlconf=urlconf, kwargs={"product_slug": "slug", "pk": 0}
        ),
        partner_pattern=reverse("partner", urlconf=urlconf, kwargs={"slug": "slug"}),
        add_pattern=reverse("basket:add", urlconf=urlconf, kwargs={"pk": 0}),
    )


def _card(row: CardRow, spec: LabelSpec, on: date, language: _Language) -> ProductCard:
    product, stock = row.product, row.stock
    months = product["season_months"]
    price = stock and stock["price"]
    return ProductCard(
        id=product["id"],
        url=language.product_url(product["slug"], product["id"]),
        name=glue(language.text(product["title_vi"], product["title_en"])),
        place=glue_place(
            product["commune__name"] or "",
            language.text(product["province__name"], product["province__name_en"]),
        ),
        printing=f"{spec.area}{spec.printing}",
        art_url=art_url(spec),
        image_url=row.image_url,
        price=None if price is None else to_dong(price),
        net_quantity=language.text(product["net_quantity_vi"], product["net_quantity_en"]),
        stars=row.certificate["stars"],
        renewing=row.certificate["state"] == CertificateState.EXTENDED,
        in_stock=in_stock(stock, tracked=product["product_class__track_stock"] is not False),
        season=not months or on.month in months,
        partner_name=product["partner__name"],
        partner_url=language.partner_url(product["partner__code"]),
        add_url=language.add_url(product["id"]),
        photograph=row.photograph,
    )


@lru_cache(maxsize=16_384)
def _label(title: str, ocop_set: int | None, slug: str, area: str) -> LabelSpec:
    return choose_label(name=title, ocop_set=ocop_set, slug=slug, area=Area(area))
