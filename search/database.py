"""The answer when no engine can give one: plain queries of the database, without counts.

It finds whole words without accents and knows the filters; it repairs nothing and ranks by stars.
"""

import time
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from catalogue.certification.classification import GROUPS
from catalogue.models import Category, Product
from search.concepts import Unit
from search.engine import FACETS, Hits, Step, Suggestions
from search.models import ProductText
from search.plan import understand
from search.query import SearchRequest, Sort
from search.text import fold

NAME = "database"
SORTS = {
    Sort.CHEAPEST: ("stockrecords__price", "pk"),
    Sort.DEAREST: ("-stockrecords__price", "pk"),
    Sort.NEWEST: ("-pk",),
}


def search(request: SearchRequest, *, on: date) -> Hits:
    """Return a page of listed products by database queries: two, and one if a category is asked."""
    started = time.perf_counter()
    products = _filtered(request, on)
    total = products.count()
    page = products.order_by(*SORTS.get(request.sort, ("-certificates__stars", "pk")))
    ids = tuple(page.values_list("pk", flat=True)[request.offset :][: request.page_size])
    return Hits(
        ids,
        total,
        {name: {} for name in FACETS},
        round((time.perf_counter() - started) * 1_000, 2),
        Step.EXACT if total else Step.NONE,
        engine=NAME,
    )


def suggest(text: str, *, limit: int, on: date) -> Suggestions:
    """Return listed products with a word that begins as ``text`` ends; sellers are left out."""
    beginning = fold(text)
    if not beginning:
        return Suggestions((), ())
    found = ProductText.objects.filter(words__contains=f" {beginning}").values("product_id")
    listed = Product.objects.filter(pk__in=found, parent=None).listed(on=on).order_by("pk")
    return Suggestions(tuple(listed.values_list("pk", flat=True)[:limit]), ())


def _filtered(request: SearchRequest, on: date) -> QuerySet[Product]:
    products = Product.objects.filter(parent=None).listed(on=on)
    products = products.filter(certificates__in=_certificates(on))
    for unit in understand(request.q).needed:
        found = ProductText.objects.filter(_has(unit)).values("product_id")
        products = products.filter(pk__in=found)
    conditions = {
        "province__region__slug__in": request.regions,
        "commune__code__in": request.communes,
        "certificates__stars__in": request.stars,
        "partner__code__in": request.partners,
        "ocop_set__in": _sets(request.groups),
    }
    products = products.filter(**{name: chosen for name, chosen in conditions.items() if chosen})
    if request.provinces or request.old_provinces:
        products = products.filter(
            Q(province__slug__in=request.provinces)
            | Q(old_province__slug__in=request.old_provinces)
        )
    if request.categories:
        products = products.filter(pk__in=_in_categories(request.categories))
    return _priced(products, request, on)


def _priced(products: QuerySet[Product], request: SearchRequest, on: date) -> QuerySet[Product]:
    if request.prices:
        bands = [
            Q(stockrecords__price__gte=band.lowest)
            & (Q() if band.limit is None else Q(stockrecords__price__lt=band.limit))
            for band in request.prices
        ]
        products = products.filter(reduce(or_, bands))
    if request.price_min is not None:
        products = products.filter(stockrecords__price__gte=request.price_min)
    if request.price_max is not None:
        products = products.filter(stockrecords__price__lte=request.price_max)
    if request.in_stock:
        products = products.filter(
            Q(product_class__track_stock=False)
            | Q(stockrecords__num_in_stock__gt=0, stockrecords__num_allocated=None)
            | Q(stockrecords__num_in_stock__gt=F("stockrecords__num_allocated"))
        )
    if request.in_season:
        products = products.filter(pk__in=_in_season(on))
    return products


def _certificates(on: date) -> QuerySet:
    from catalogue.certification.models import Certificate  # noqa: PLC0415 (models exist later)

    return Certificate.objects.licensing(on=on)


def _has(unit: Unit) -> Q:
    """Match the words of a unit, each whole."""
    words = [Q(words__contains=f" {token.folded} ") for token in unit.tokens]
    return reduce(lambda left, right: left & right, words)


def _sets(groups: tuple[str, ...]) -> list[int]:
    return [
        product_set.number
        for group in GROUPS
        if group.code in groups
        for product_class in group.classes
        for product_set in product_class.sets
    ]


def _in_categories(slugs: tuple[str, ...]) -> QuerySet:
    paths = Category.objects.filter(slug__in=slugs).values_list("path", flat=True)
    inside = reduce(or_, (Q(category__path__startswith=path) for path in paths), Q(pk=None))
    return Product.categories.through.objects.filter(inside).values("product_id")


def _in_season(on: date) -> list[int]:
    """Return the products whose months hold this one; JSON lists are compared here, not there."""
    months = Product.objects.exclude(season_months=[]).values_list("pk", "season_months")
    return [number for number, held in months if on.month in held]
