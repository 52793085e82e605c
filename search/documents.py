"""From products to documents of the index."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from catalogue.cards import in_stock
from catalogue.certification.classification import path_of_set
from catalogue.models import Category, Product
from catalogue.queries import certificate_rows, stock_rows
from search.engine import Document

BATCH = 500
COLUMNS = (
    "id",
    "title_vi",
    "title_en",
    "description_vi",
    "description_en",
    "ingredients_vi",
    "ingredients_en",
    "ocop_set",
    "season_months",
    "product_class__track_stock",
    "partner__code",
    "partner__name",
    "partner__legal_name",
    "commune__name",
    "province__slug",
    "province__name",
    "province__name_en",
    "province__region__slug",
    "province__region__name_vi",
    "province__region__name_en",
    "old_province__slug",
    "old_province__name",
)
#: How the grade and the stock move a product among those that match as well; see `Document.rank`.
STAR_FACTORS = {3: 1.0, 4: 1.06, 5: 1.12}
SEASON_FACTOR = 1.1
SOLD_OUT_FACTOR = 0.8


def load_documents(ids: Collection[int], *, on: date) -> list[Document]:
    """Return the documents of those of ``ids`` that are listed on the day ``on``; 5 queries."""
    listed = Product.objects.filter(pk__in=ids, parent=None).listed(on=on)
    products = list(listed.order_by("pk").values(*COLUMNS))
    found = [row["id"] for row in products]
    stocks = {row["product_id"]: row for row in stock_rows(found)}
    certificates = {row["product_id"]: row for row in certificate_rows(found, on=on)}
    categories = _category_slugs(found)
    return [
        _document(row, stocks.get(row["id"]), certificates[row["id"]], categories[row["id"]], on)
        for row in products
        if row["id"] in certificates
    ]


def iterate_documents(*, on: date) -> Iterator[Document]:
    """Yield the documents of all products listed on the day ``on``, loaded in batches."""
    ids = list(listed_ids(on=on))
    for start in range(0, len(ids), BATCH):
        yield from load_documents(ids[start : start + BATCH], on=on)


def listed_ids(*, on: date) -> list[int]:
    """Return the ids of all products that belong into the index on the day ``on``."""
    listed = Product.objects.filter(parent=None).listed(on=on)
    return list(listed.order_by("pk").values_list("pk", flat=True))


def _category_slugs(ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Return the slugs of each product's categories and all above them, outermost first."""
    by_path = dict(Category.objects.order_by("path").values_list("path", "slug"))
    links = Product.categories.through.objects.filter(product_id__in=ids)
    slugs: dict[int, dict[str, None]] = defaultdict(dict)
    for number, path in links.order_by("product_id", "category__path").values_list(
        "product_id", "category__path"
    ):
        for end in range(Category.steplen, len(path) + 1, Category.steplen):
            slugs[number][by_path[path[:end]]] = None
    return defaultdict(tuple, {number: tuple(found) for number, found in slugs.items()})


def _document(
    row: dict, stock: dict | None, certificate: dict, categories: tuple[str, ...], on: date
) -> Document:
    available = in_stock(stock, tracked=row["product_class__track_stock"] is not False)
    price = stock and stock["price"]
    return Document(
        id=row["id"],
        name=_joined(row, "title_vi", "title_en"),
        place=_joined(
            row,
            "commune__name",
            "province__name",
            "province__name_en",
            "old_province__name",
            "province__region__name_vi",
            "province__region__name_en",
        ),
        maker=_joined(row, "partner__name", "partner__legal_name"),
        body=_joined(row, "description_vi", "description_en", "ingredients_vi", "ingredients_en"),
        region=row["province__region__slug"] or "",
        province=row["province__slug"] or "",
        old_province=row["old_province__slug"] or "",
        categories=categories,
        group=path_of_set(row["ocop_set"]).group.code if row["ocop_set"] else "",
        partner=row["partner__code"] or "",
        stars=certificate["stars"],
        price=None if price is None else int(price),
        in_stock=available,
        listed_from=certificate["issued_on"],
        listed_until=certificate["last_day"],
        rank=_rank(certificate["stars"], row["season_months"], on, available=available),
    )


def _joined(row: dict, *columns: str) -> str:
    """Join the texts of these columns, each once."""
    return " . ".join(dict.fromkeys(row[column] for column in columns if row[column]))


def _rank(stars: int, months: list[int], on: date, *, available: bool) -> float:
    factor = STAR_FACTORS[stars]
    if months and on.month in months:
        factor *= SEASON_FACTOR
    return round(factor if available else factor * SOLD_OUT_FACTOR, 4)
