"""What the front of the shop and the map show, counted by the same query as every list."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from catalogue.cards import ProductCard
from catalogue.models import Product
from catalogue.places.models import Province, Region
from catalogue.places.queries import by_alphabet
from catalogue.queries import product_cards
from catalogue.season import months_in_words
from cms.queries import stories_in_language, story_teasers
from search import engines
from search.engine import Hits
from search.query import SearchRequest, Sort

HERO_PRODUCTS = 6
SHELF_PRODUCTS = 10
HOME_STORIES = 3
#: The months of a product are a list in one column, which SQLite cannot look into.
SEASONAL_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True)
class Counter:
    """One of the nine counters (quầy)."""

    name: str
    url: str
    count: int
    glyph: str


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A counter or a region in the menu; ``areas`` are a region's pieces of cloth."""

    name: str
    url: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceTile:
    """A region or a province with the number of goods listed from it."""

    name: str
    url: str
    count: int
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """A place at the head of its page."""

    name: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """One province on the cloth map, whose grid has 8 columns counted from 1."""

    code: int
    name: str
    url: str
    count: int
    column: int
    row: int
    areas: tuple[str, ...]


#: Name, glyph, and the categories (slugs of Annex I) on each counter: tea and coffee have one of
#: their own, because nobody looks for them under food, where the law has put them.
COUNTERS = (
    (gettext_lazy("Món ăn"), "tray", ("thuc-pham-che-bien",)),
    (gettext_lazy("Đồ tươi"), "basket", ("thuc-pham-tuoi-song", "thuc-pham-tho-so-che")),
    (gettext_lazy("Gia vị"), "jar", ("gia-vi",)),
    (gettext_lazy("Trà, cà phê"), "leaf", ("che", "ca-phe-ca-cao")),
    (gettext_lazy("Đồ uống"), "gourd", ("do-uong",)),
    (gettext_lazy("Dược liệu"), "cabinet", ("duoc-lieu",)),
    (gettext_lazy("Thủ công"), "vase", ("thu-cong-my-nghe",)),
    (gettext_lazy("Cây cảnh"), "arch", ("sinh-vat-canh",)),
    (gettext_lazy("Du lịch làng"), "horizon", ("du-lich",)),
)

#: The areas whose edges stand for each region, in the order of the map.
REGION_AREAS = {1: ("NB",), 2: ("SH",), 3: ("BT",), 4: ("NT", "TN"), 5: ("DN",), 6: ("CL",)}


def build_home(*, on: date) -> dict:
    """Return the context of the home page on the day ``on``."""
    everything = engines.search(SearchRequest(page_size=1), on=on)
    newest = _shelf(SearchRequest(sort=Sort.NEWEST, page_size=SHELF_PRODUCTS), on)
    five_star = _shelf(SearchRequest(stars=(5,), page_size=SHELF_PRODUCTS), on)
    return {
        "total": everything.total,
        "hero": _spread(five_star, newest),
        "counters": counters(everything),
        "regions": region_tiles(everything),
        "season": product_cards(products=_ids_in_season(on), on=on),
        "season_title": _("Tháng %(month)s đang vụ") % {"month": months_in_words([on.month])},
        "five_star": five_star,
        "newest": newest,
        "stories": story_teasers(stories=stories_in_language()[:HOME_STORIES]),
        "patches": (patches := map_patches(everything)),
        "patches_by_name": by_alphabet(patches),
    }


def counters(hits: Hits) -> list[Counter]:
    """Return the nine counters with how many goods stand on each."""
    counts = hits.facets["category"]
    return [
        Counter(link.name, link.url, sum(counts.get(slug, 0) for slug in slugs), glyph)
        for link, (_name, glyph, slugs) in zip(counter_links(), COUNTERS, strict=True)
    ]


def counter_links() -> tuple[MenuLink, ...]:
    """Return name and address of the nine counters; no query."""
    address = reverse("search:search")
    return tuple(
        MenuLink(str(name), f"{address}?{urlencode({'category': slugs}, doseq=True)}")
        for name, _glyph, slugs in COUNTERS
    )


def region_tiles(hits: Hits) -> tuple[PlaceTile, ...]:
    """Return the six regions with how many goods come from each."""
    counts = hits.facets["region"]
    return tuple(
        PlaceTile(
            name=region.name_in(_language()),
            url=reverse("region", kwargs={"slug": region.slug}),
            count=counts.get(region.slug, 0),
            areas=REGION_AREAS[region.position],
        )
        for region in Region.objects.order_by("position")
    )


def province_tiles(*, region: Region, on: date) -> list[PlaceTile]:
    """Return the provinces of a region with how many goods come from each."""
    hits = engines.search(SearchRequest(regions=(region.slug,), page_size=1), on=on)
    counts = hits.facets["province"]
    return [
        PlaceTile(
            name=province.name_in(_language()),
            url=reverse("province", kwargs={"slug": province.slug}),
            count=counts.get(province.slug, 0),
            areas=province.area_codes,
        )
        for province in by_alphabet(region.provinces.all())
    ]


def map_patches(hits: Hits) -> list[Patch]:
    """Return the 34 provinces as patches of the cloth map."""
    counts = hits.facets["province"]
    return [
        Patch(
            code=province.pk,
            name=province.name_in(_language()),
            url=reverse("province", kwargs={"slug": province.slug}),
            count=counts.get(province.slug, 0),
            column=province.map_column,
            row=province.map_row,
            areas=province.area_codes,
        )
        for province in Province.objects.order_by("map_row", "map_column")
    ]


def all_patches(*, on: date) -> list[Patch]:
    """Return the patches of the cloth map with the counts of the day ``on``."""
    return map_patches(engines.search(SearchRequest(page_size=1), on=on))


def _shelf(request: SearchRequest, on: date) -> list[ProductCard]:
    return product_cards(products=engines.search(request, on=on).ids, on=on)


def _ids_in_season(on: date) -> list[int]:
    seasonal = Product.objects.browsable().exclude(season_months=[]).order_by("-pk")
    rows = seasonal.values_list("pk", "ocop_set", "season_months")[:SEASONAL_LOOKED_AT]
    by_set: dict[int, list[int]] = {}
    for pk, ocop_set, months in rows:
        if on.month in months:
            by_set.setdefault(ocop_set, []).append(pk)
    # One of each kind of good in turn: a shelf of coffee alone tells little of the season.
    in_turn = zip_longest(*by_set.values())
    return [pk for turn in in_turn for pk in turn if pk][:SHELF_PRODUCTS]


def _spread(*shelves: list[ProductCard]) -> list[ProductCard]:
    # The first goods hung on the pole come from as many places as there are.
    seen: set[str] = set()
    chosen = []
    for card in [card for shelf in shelves for card in shelf]:
        if card.season and card.in_stock and card.printing[:2] not in seen:
            seen.add(card.printing[:2])
            chosen.append(card)
    return chosen[:HERO_PRODUCTS]


def _language() -> str:
    return get_language() or "vi"
