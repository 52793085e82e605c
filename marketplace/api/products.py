"""Products: found and listed, one by one, and suggested while typing."""

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from ninja import Router

from catalogue.cards import CardRow, build_cards
from catalogue.certification.classification import path_of_set
from catalogue.certification.queries import view_history
from catalogue.models import Product
from catalogue.places.models import OldProvince
from catalogue.queries import product_rows
from cms.queries import stories_of_product
from marketplace.api import schemas
from marketplace.api.pages import Page, list_answer, root_of
from marketplace.api.parameters import PRODUCT_PARAMETERS, SUGGEST_PARAMETERS, read_number
from marketplace.api.problems import BadParametersError
from search import engines
from search.engine import Hits
from search.listing import facet_counts, facet_labels, request_pairs
from search.query import MAX_PAGE, Fault, ParameterFault, SearchRequest, parse_request
from search.suggesting import suggest
from search.vocabulary import CategoryNode, Names, load_categories, load_names
from search.wording import FACET_LABELS

router = Router(tags=["products"])

#: What an answer holds beyond a card.
COLUMNS = ("province_id", "province__slug")


@router.get("/products", response=schemas.ProductList, openapi_extra=PRODUCT_PARAMETERS)
def list_products(request: HttpRequest) -> dict[str, Any]:
    """List the products that are listed today, found, filtered and sorted."""
    on = timezone.localdate()
    names = load_names(request.GET)
    parsed = parse_request(request.GET, names.vocabulary)
    if parsed.faults:
        raise BadParametersError.of_faults(parsed.faults)
    wanted = parsed.request
    hits = engines.search(wanted, on=on)
    rows = product_rows(products=hits.ids, on=on, columns=COLUMNS)
    results = product_answers(rows, names.categories, on=on, root=root_of(request))
    total = hits.total - (len(hits.ids) - len(rows))
    pairs = request_pairs(replace(wanted, page=1))
    page = Page(wanted.page, wanted.page_size, min(MAX_PAGE, -(-total // wanted.page_size)))
    return list_answer(request, total, results, page=page, pairs=pairs) | {
        "facets": _facets(wanted, hits, names),
        "search": {
            "engine": hits.engine,
            "took_ms": hits.took_ms,
            "step": hits.step.value,
            "corrected": hits.corrected,
        },
    }


@router.get("/products/{number}", response=schemas.ProductDetail)
def get_product(request: HttpRequest, number: str) -> dict[str, Any]:
    """Return one product that is listed today."""
    on = timezone.localdate()
    wanted = [int(number)] if number.isascii() and number.isdecimal() and len(number) < 16 else []
    rows = product_rows(products=wanted, on=on, columns=COLUMNS)
    if not rows:
        raise Http404(_("Không có sản phẩm này, hoặc sản phẩm hiện không được bán."))
    root = root_of(request)
    (answer,) = product_answers(rows, load_categories(), on=on, root=root)
    product = Product.objects.prefetch_related("images__picture", "certificates").get(pk=wanted[0])
    return answer | {
        "description": product.description,
        "net_quantity": product.net_quantity,
        "ingredients": product.ingredients,
        "storage": product.storage,
        "shelf_life": product.shelf_life,
        "season_months": product.season_months,
        "gallery": [
            root + image.picture.photograph.whole.src
            for image in product.images.all()
            if image.picture
        ],
        "stories": [
            {"title": story.title, "lead": story.lead, "url": root + story.url}
            for story in stories_of_product(product_id=product.pk)
        ],
        "certificates": [
            asdict(view) | {"url": root + view.url}
            for view in view_history(certificates=product.certificates.all(), on=on)
        ],
        "shipping": {
            "needs_delivery": product.needs_delivery,
            "weight_grams": product.weight_grams,
        },
    }


@router.get(
    "/suggest",
    response=list[schemas.SuggestionAnswer],
    exclude_none=True,
    openapi_extra=SUGGEST_PARAMETERS,
)
def list_suggestions(request: HttpRequest) -> list[dict[str, Any]]:
    """Say what may be meant by the beginning of a query."""
    limit = read_number(request.GET, "limit", default=8, highest=20)
    text = request.GET.get("q", "")
    with override(_language(request)):
        found = suggest(text, limit=limit, on=timezone.localdate())
    return [
        asdict(suggestion) | {"image": suggestion.image or None, "label": _plain(suggestion.label)}
        for suggestion in found
    ]


def _language(request: HttpRequest) -> str:
    """Return the language asked for, Vietnamese if none is. Raises `BadParametersError`."""
    language = request.GET.get("lang", "vi")
    if language not in dict(settings.LANGUAGES):
        raise BadParametersError.of_faults([ParameterFault("lang", language[:80], Fault.UNKNOWN)])
    return language


def product_answers(
    rows: list[CardRow], categories: tuple[CategoryNode, ...], *, on: date, root: str
) -> list[dict[str, Any]]:
    """Return the answers for product rows; two queries for any number."""
    paths = _category_paths([row.product["id"] for row in rows], categories)
    old_names = load_old_names() if rows else {}
    return [
        {
            "id": card.id,
            "slug": row.product["slug"],
            "name": row.product["title_vi"] or "",
            "name_en": row.product["title_en"] or "",
            "url": root + card.url,
            "image": root + (card.image_url or card.art_url),
            "price": card.price,
            "in_stock": card.in_stock,
            "stars": card.stars,
            "group": path_of_set(row.product["ocop_set"]).group.code
            if row.product["ocop_set"]
            else "",
            "category": paths.get(card.id, []),
            "province": _province(row.product, old_names),
            "commune": row.product["commune__name"] or "",
            "partner": {"slug": row.product["partner__code"], "name": card.partner_name},
            "certificate": {
                "number": row.certificate["number"],
                "stars": card.stars,
                "expires_on": row.certificate["last_day"],
            },
        }
        for row, card in zip(rows, build_cards(rows, on=on), strict=True)
    ]


def load_old_names() -> dict[int, list[str]]:
    """Return the other names that each province's land bore before July 2025, by code."""
    names: dict[int, list[str]] = {}
    rows = OldProvince.objects.order_by("folded").values_list(
        "province_id", "name", "province__name"
    )
    for code, name, today in rows:
        if name != today:
            names.setdefault(code, []).append(name)
    return names


def _province(product: dict, old_names: dict[int, list[str]]) -> dict[str, Any] | None:
    if product["province_id"] is None:
        return None
    return {
        "code": product["province_id"],
        "slug": product["province__slug"],
        "name": product["province__name"],
        "old_names": old_names.get(product["province_id"], []),
    }


def _category_paths(ids: list[int], categories: tuple[CategoryNode, ...]) -> dict[int, list[str]]:
    """Return the path of each product's deepest public category."""
    nodes = {node.id: node for node in categories}
    links = Product.categories.through.objects.filter(product_id__in=ids).order_by("category__path")
    paths: dict[int, list[str]] = {}
    for product, category in links.values_list("product_id", "category_id"):
        path = nodes[category].path if category in nodes else ()
        if len(path) > len(paths.get(product, ())):
            paths[product] = list(path)
    return paths


def _facets(wanted: SearchRequest, hits: Hits, names: Names) -> dict[str, list[dict[str, Any]]]:
    """Return each facet's values that would give something, with their labels."""
    facets = {}
    for name in FACET_LABELS:
        counts = facet_counts(name, wanted, hits)
        facets[name] = [
            {"value": value, "label": _plain(label), "count": counts[value]}
            for value, label in facet_labels(name, names)
            if counts.get(value)
        ]
    return facets


def _plain(text: str) -> str:
    """Take the no-break spaces out; they are for pages."""
    return text.replace("\u00a0", " ")
