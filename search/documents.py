"""From products to documents of the index."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.apps import apps
from django.db.models import Avg, Count, Sum
from django.utils import timezone

from catalogue.cards import in_stock
from catalogue.certification.classification import path_of_set
from catalogue.models import Category, Product
from catalogue.queries import certificate_rows, stock_rows
from search.engine import HIGHEST_RANK, LOWEST_RANK, Document
from search.place_names import ALIASES

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
    "commune__code",
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
#: What 90 days of sales and the reviews may add or take at most.
SALES_SHARE, RATING_SHARE = 0.12, 0.08
#: So many units sold earn the whole share; growth is logarithmic.
MANY_SOLD = 1_000
#: A product without reviews counts as one with so many of so many stars.
PRIOR_REVIEWS, PRIOR_RATING = 5, 4.0
SALES_DAYS = 90


@dataclass(frozen=True, slots=True)
class Standing:
    """What buyers made of a product: units sold in 90 days, its reviews and their mean."""

    sold: int = 0
    reviews: int = 0
    rating: float = 0.0


def load_documents(ids: Collection[int], *, on: date) -> list[Document]:
    """Return the documents of those of ``ids`` that are listed on the day ``on``; 7 queries."""
    listed = Product.objects.filter(pk__in=ids, parent=None).listed(on=on)
    products = list(listed.order_by("pk").values(*COLUMNS))
    found = [row["id"] for row in products]
    stocks = {row["product_id"]: row for row in stock_rows(found)}
    certificates = {row["product_id"]: row for row in certificate_rows(found, on=on)}
    categories, standings = _categories(found), _standings(found, on)
    return [
        _document(
            _Row(
                row,
                stocks.get(row["id"]),
                certificates[row["id"]],
                categories[row["id"]],
                standings.get(row["id"], Standing()),
            ),
            on,
        )
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


@dataclass(frozen=True, slots=True)
class _Row:
    product: dict
    stock: dict | None
    certificate: dict
    categories: dict[str, tuple[str, str]]
    standing: Standing


def _categories(ids: Collection[int]) -> dict[int, dict[str, tuple[str, str]]]:
    """Return each product's categories and all above them by slug, outermost first, with names."""
    rows = Category.objects.order_by("path").values_list("path", "slug", "name_vi", "name_en")
    by_path = {path: (slug, (vi or "", en or "")) for path, slug, vi, en in rows}
    links = Product.categories.through.objects.filter(product_id__in=ids)
    found: dict[int, dict[str, tuple[str, str]]] = defaultdict(dict)
    for number, path in links.order_by("product_id", "category__path").values_list(
        "product_id", "category__path"
    ):
        for end in range(Category.steplen, len(path) + 1, Category.steplen):
            slug, names = by_path[path[:end]]
            found[number][slug] = names
    return defaultdict(dict, found)


def _standings(ids: Collection[int], on: date) -> dict[int, Standing]:
    """Return what buyers made of these products; the models stand above or are Oscar's own."""
    ended = timezone.make_aware(datetime.combine(on + timedelta(days=1), datetime.min.time()))
    lines = apps.get_model("order", "Line").objects.filter(
        product_id__in=ids,
        order__date_placed__range=(ended - timedelta(days=SALES_DAYS), ended),
    )
    sold = dict(lines.values_list("product_id").annotate(Sum("quantity")))
    approved = apps.get_model("reviews", "ProductReview").objects.filter(
        product_id__in=ids, status=1
    )
    reviews = {
        number: (count, mean)
        for number, count, mean in approved.values_list("product_id").annotate(
            Count("pk"), Avg("score")
        )
    }
    return {
        number: Standing(sold.get(number, 0), *reviews.get(number, (0, 0.0)))
        for number in {*sold, *reviews}
    }


def _document(row: _Row, on: date) -> Document:
    product, certificate = row.product, row.certificate
    available = in_stock(row.stock, tracked=product["product_class__track_stock"] is not False)
    price = row.stock and row.stock["price"]
    season = tuple(sorted(product["season_months"] or ()))
    return Document(
        id=product["id"],
        name=product["title_vi"] or "",
        name_en=product["title_en"] or "",
        origin=_origin(product),
        place=_place(product),
        kind=" . ".join(dict.fromkeys(n for both in row.categories.values() for n in both if n)),
        maker=_joined(product, "partner__name", "partner__legal_name"),
        body=_joined(
            product, "description_vi", "description_en", "ingredients_vi", "ingredients_en"
        ),
        region=product["province__region__slug"] or "",
        province=product["province__slug"] or "",
        old_province=product["old_province__slug"] or "",
        commune=product["commune__code"] or "",
        categories=tuple(row.categories),
        group=path_of_set(product["ocop_set"]).group.code if product["ocop_set"] else "",
        partner=product["partner__code"] or "",
        stars=certificate["stars"],
        season=season,
        price=None if price is None else int(price),
        in_stock=available,
        sold=row.standing.sold,
        listed_from=certificate["issued_on"],
        listed_until=certificate["last_day"],
        rank=rank(
            certificate["stars"],
            row.standing,
            in_season=on.month in season,
            available=available,
        ),
    )


def rank(stars: int, standing: Standing, *, in_season: bool, available: bool) -> float:
    """Return the factor by which a product's text score is multiplied, 0.8 to 1.6.

    Stars, sales, reviews, season and stock; the highest is twice the lowest, and a text that is
    found in the name scores more than twice what one found in passing does.
    """
    factor = STAR_FACTORS[stars]
    factor *= 1 + SALES_SHARE * min(1, math.log1p(standing.sold) / math.log1p(MANY_SOLD))
    weighed = standing.reviews * float(standing.rating or 0) + PRIOR_REVIEWS * PRIOR_RATING
    mean = weighed / (standing.reviews + PRIOR_REVIEWS)
    factor *= 1 + RATING_SHARE * (mean - PRIOR_RATING)
    if in_season:
        factor *= SEASON_FACTOR
    if not available:
        factor *= SOLD_OUT_FACTOR
    return round(min(HIGHEST_RANK, max(LOWEST_RANK, factor)), 4)


def _origin(product: dict) -> str:
    """Return the commune and the province as it was before July 2025, with what it is called."""
    slug = product["old_province__slug"] or product["province__slug"] or ""
    province = product["old_province__name"] or product["province__name"]
    return " . ".join(filter(None, (product["commune__name"], province, ALIASES.get(slug))))


def _place(product: dict) -> str:
    names = _joined(
        product,
        "commune__name",
        "province__name",
        "province__name_en",
        "old_province__name",
        "province__region__name_vi",
        "province__region__name_en",
    )
    today = ALIASES.get(product["province__slug"] or "", "")
    return " . ".join(filter(None, (names, today)))


def _joined(row: dict, *columns: str) -> str:
    """Join the texts of these columns, each once."""
    return " . ".join(dict.fromkeys(row[column] for column in columns if row[column]))
