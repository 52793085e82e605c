"""Reading products for lists."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.apps import apps
from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery

from catalogue.cards import CardRow, ProductCard, build_cards
from catalogue.certification.states import LIVE_STATES
from catalogue.models import Product, ProductImage
from catalogue.pictures.photograph import Photograph

#: Only what a card shows is selected, as plain values: model instances cost five times as much.
CARD_COLUMNS = (
    "id",
    "slug",
    "title_vi",
    "title_en",
    "ocop_set",
    "net_quantity_vi",
    "net_quantity_en",
    "season_months",
    "product_class__track_stock",
    "partner__code",
    "partner__name",
    "commune__name",
    "province__name",
    "province__name_en",
    "province__areas",
    "old_province__area",
)

#: The columns of the joined rows, by the names that a card's row gives them.
_STOCK_COLUMNS = {
    name: f"stockrecords__{name}" for name in ("id", "price", "num_in_stock", "num_allocated")
}
_CERTIFICATE_COLUMNS = {
    name: f"live__{name}"
    for name in ("number", "stars", "state", "issued_on", "last_day", "ends_on")
}
_BELONGINGS = (*_STOCK_COLUMNS.values(), *_CERTIFICATE_COLUMNS.values(), "photograph")


def product_cards(
    *, products: QuerySet[Product] | Iterable[int], on: date, limit: int | None = None
) -> list[ProductCard]:
    """Return the cards of those ``products`` that are listed on the day ``on``.

    Given ids, their order is kept; given an (unsliced) queryset, its own. Products that may not
    be shown that day are left out whatever the caller believed. One query, however many.
    """
    return build_cards(product_rows(products=products, on=on, limit=limit), on=on)


def product_rows(
    *,
    products: QuerySet[Product] | Iterable[int],
    on: date,
    columns: tuple[str, ...] = (),
    limit: int | None = None,
) -> list[CardRow]:
    """Return the rows behind `product_cards`, with more ``columns`` of the product if asked."""
    selected = (*CARD_COLUMNS, *_BELONGINGS, *columns)
    if isinstance(products, QuerySet):
        listed = _with_belongings(products.listed(on=on)).values(*selected)
        rows = list(listed[:limit] if limit is not None else listed)
    else:
        wanted = list(products)[:limit]
        listed = _with_belongings(Product.objects.filter(pk__in=wanted).listed(on=on))
        found = {row["id"]: row for row in listed.order_by().values(*selected)}
        rows = [found[number] for number in dict.fromkeys(wanted) if number in found]
    return [_card_row(row) for row in rows]


def iterate_rows(*, on: date, columns: tuple[str, ...] = ()) -> Iterator[CardRow]:
    """Yield the row of every product listed on the day ``on``, oldest first.

    One query whose rows are fetched as they are asked for: memory stays the same.
    """
    listed = _with_belongings(Product.objects.filter(parent=None).listed(on=on))
    rows = listed.order_by("pk").values(*CARD_COLUMNS, *_BELONGINGS, *columns)
    return map(_card_row, rows.iterator(chunk_size=500))


def _with_belongings(products: QuerySet[Product]) -> QuerySet[Product]:
    """Join what belongs to each product: it has one stock record and one live certificate."""
    photographs = ProductImage.objects.filter(product_id=OuterRef("pk"), picture__isnull=False)
    return products.annotate(
        live=FilteredRelation("certificates", condition=Q(certificates__state__in=LIVE_STATES)),
        photograph=Subquery(
            photographs.order_by("display_order", "pk").values("picture__reference")[:1]
        ),
    )


def _card_row(row: dict) -> CardRow:
    stock = {name: row.pop(column) for name, column in _STOCK_COLUMNS.items()}
    certificate = {name: row.pop(column) for name, column in _CERTIFICATE_COLUMNS.items()}
    photograph = row.pop("photograph")
    return CardRow(
        product=row,
        stock=stock if stock["id"] else None,
        photograph=Photograph.from_reference(photograph) if photograph else None,
        certificate=certificate,
    )


def stock_rows(ids: Iterable[int]) -> QuerySet:
    """Return price and stock of these products."""
    records = apps.get_model("partner", "StockRecord").objects.filter(product_id__in=ids)
    return records.values("product_id", "price", "num_in_stock", "num_allocated")


def certificate_rows(ids: Iterable[int], *, on: date) -> QuerySet:
    """Return the certificates in force of these products; there is at most one each."""
    certificates = apps.get_model("certification", "Certificate").objects.in_force(on=on)
    return (
        certificates.filter(product_id__in=ids)
        .order_by()
        .values("product_id", "number", "stars", "state", "issued_on", "last_day", "ends_on")
    )
