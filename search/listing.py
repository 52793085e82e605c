"""A list of products with its filters, ready to be printed; one for every page that has a list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from catalogue.cards import ProductCard
from catalogue.queries import product_cards
from search import engines, wording
from search.engine import Hits, Step
from search.query import (
    MAX_PAGE,
    MultiValue,
    ParameterFault,
    PriceBand,
    SearchRequest,
    Sort,
    parse_request,
)
from search.vocabulary import Names, load_names

#: The level of the classification tree that the category facet offers: the 17 classes.
FACET_DEPTH = 2
#: Filters whose states are worth a page of their own elsewhere: what the menu and the front page
#: link to. Of all others a search engine would crawl millions of combinations.
INDEXED_FILTERS = ("stars", "category")
MOST_INDEXED = 2
#: The field of `SearchRequest` that each choosing parameter fills.
FIELDS = {
    "region": "regions",
    "province": "provinces",
    "commune": "communes",
    "category": "categories",
    "group": "groups",
    "stars": "stars",
    "price": "prices",
    "partner": "partners",
}

#: Filters that are on or off; each names its own field.
SWITCHES = ("in_stock", "in_season")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value of a facet. ``link`` writes its address, which most forms never print."""

    value: str
    label: str
    count: int
    chosen: bool
    link: Callable[[], str]

    @property
    def url(self) -> str:
        """Return the address of this list with the value added, or taken away if chosen."""
        return self.link()


@dataclass(frozen=True, slots=True)
class Facet:
    """One question a shopper may narrow the list by."""

    name: str
    label: str
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen filter; ``url`` is this list without it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class SortOption:
    """One order of the list."""

    value: str
    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything `components/listing.html` prints. ``counts`` are the raw counts by facet."""

    base_url: str
    clear_url: str
    cards: Sequence[ProductCard] = ()
    total: int = 0
    facets: tuple[Facet, ...] = ()
    chips: tuple[Chip, ...] = ()
    sorts: tuple[SortOption, ...] = ()
    page: int = 1
    pages: int = 1
    previous_url: str = ""
    next_url: str = ""
    q: str = ""
    kept: tuple[Pair, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    step: str = Step.EXACT
    corrected: str | None = None
    message: str = ""
    canonical: str = ""
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def robots(self) -> str:
        """Return what to tell search engines: only a state with a canonical address is kept."""
        return "" if self.canonical and self.cards else "noindex, follow"


@dataclass(frozen=True)
class _Address:
    """Writes the addresses of the states of one list; what is fixed stands in ``base`` already."""

    base: str
    request: SearchRequest
    names: Names
    fixed: frozenset[str]

    def to(self, **changes: object) -> str:
        """Return the address of this list with some fields changed, on its first page."""
        changed = replace(self.request, **{"page": 1, **changes})
        pairs = request_pairs(changed, without=self.fixed)
        return f"{self.base}?{urlencode(pairs)}" if pairs else self.base

    def toggled(self, name: str, value: str) -> str:
        """Return the address with a value of a parameter added, or taken away if it is there."""
        if name in SWITCHES:
            return self.to(**{name: not getattr(self.request, name)})
        field_name = FIELDS[name]
        if name == "province" and value not in self.names.provinces:
            field_name = "old_provinces"
        chosen = getattr(self.request, field_name)
        typed = {"stars": int, "price": PriceBand}.get(name, str)(value)
        kept = tuple(other for other in chosen if other != typed)
        return self.to(**{field_name: kept if len(kept) < len(chosen) else (*chosen, typed)})


def build_listing(
    parameters: MultiValue, *, base_url: str, on: date, fixed: Mapping[str, str] | None = None
) -> Listing:
    """Return the list that ``parameters`` ask for, within ``fixed`` filters of the page.

    ``fixed`` maps a parameter's name (region, province, category, partner) to its one value,
    which the page's own address stands for: the parameter is then not read, offered or repeated.
    Values that do not hold are left out and said in ``message``. At most six queries: names 2
    (and 1 each if a province's communes, an old province or a partner is asked for), cards 1.
    """
    fixed = fixed or {}
    names = load_names(_Unfixed(parameters, frozenset(fixed)), province=fixed.get("province", ""))
    parsed = parse_request(_Unfixed(parameters, frozenset(fixed)), names.vocabulary)
    request = replace(parsed.request, **{FIELDS[name]: (fixed[name],) for name in fixed})
    hits = engines.search(request, on=on, widen=bool(request.q))
    pages = max(1, min(MAX_PAGE, -(-hits.total // request.page_size)))
    sentences = [wording.fault_sentence(fault) for fault in _told(parsed.faults)]
    if request.page > pages:
        request = replace(request, page=pages)
        hits = engines.search(request, on=on, widen=bool(request.q))
        sentences.append(wording.last_page_sentence(pages))
    sentences.append(wording.answer_sentence(hits, request.q))
    return _listing(request, hits, names, _Page(base_url, frozenset(fixed), pages, on, sentences))


def empty_listing(*, base_url: str, message: str) -> Listing:
    """Return a list that holds nothing and says why."""
    return Listing(base_url=base_url, clear_url=base_url, step=Step.NONE, message=message)


def request_pairs(request: SearchRequest, *, without: Iterable[str] = ()) -> list[Pair]:
    """Return a request as the parameters of its one address, those at their default left out."""
    pairs: list[Pair] = [("q", request.q)] if request.q else []
    for name, field_name in FIELDS.items():
        values = getattr(request, field_name)
        if name == "province":
            values = (*values, *request.old_provinces)
        pairs += [(name, str(value)) for value in values]
    for name, number in (("price_min", request.price_min), ("price_max", request.price_max)):
        pairs += [(name, str(number))] if number is not None else []
    pairs += [(name, "1") for name in SWITCHES if getattr(request, name)]
    pairs += [("sort", request.sort.value)] if request.sort is not Sort.RELEVANCE else []
    pairs += [("page", str(request.page))] if request.page > 1 else []
    default = SearchRequest().page_size
    pairs += [("page_size", str(request.page_size))] if request.page_size != default else []
    left_out = frozenset(without)
    return [(name, value) for name, value in pairs if name not in left_out]


@dataclass(frozen=True)
class _Page:
    base_url: str
    fixed: frozenset[str]
    pages: int
    on: date
    sentences: list[str]


class _Unfixed:
    """Parameters without those that the page itself stands for."""

    def __init__(self, parameters: MultiValue, fixed: frozenset[str]) -> None:
        self._parameters = parameters
        self._fixed = fixed

    def getlist(self, name: str) -> Sequence[str]:
        return () if name in self._fixed else self._parameters.getlist(name)


def _told(faults: Iterable[ParameterFault]) -> list[ParameterFault]:
    """Return the first fault of each parameter; a flood of them would bury the page."""
    return list({fault.name: fault for fault in reversed(list(faults))}.values())[::-1]


def _listing(request: SearchRequest, hits: Hits, names: Names, page: _Page) -> Listing:
    cards = product_cards(products=hits.ids, on=page.on)
    address = _Address(page.base_url, request, names, page.fixed)
    within = SearchRequest(q=request.q, sort=request.sort)
    clear = _Address(page.base_url, within, names, page.fixed).to()
    last = request.page >= page.pages
    return Listing(
        base_url=page.base_url,
        clear_url=clear,
        cards=cards,
        # The index may still hold what was taken off a moment ago; cards never show it.
        total=hits.total - (len(hits.ids) - len(cards)),
        facets=_facets(request, hits, names, address),
        chips=tuple(_chips(request, names, address)),
        sorts=tuple(
            SortOption(sort, str(label), address.to(sort=sort), chosen=sort is request.sort)
            for sort, label in wording.SORT_LABELS.items()
        ),
        page=request.page,
        pages=page.pages,
        previous_url=address.to(page=request.page - 1) if request.page > 1 else "",
        next_url="" if last else address.to(page=request.page + 1),
        q=request.q,
        kept=tuple(_kept(request, page.fixed)),
        price_min=request.price_min,
        price_max=request.price_max,
        step=hits.step,
        corrected=hits.corrected,
        message=" ".join(filter(None, page.sentences)),
        canonical=address.to(page=request.page) if _is_indexed(request, page.fixed) else "",
        counts=hits.facets,
    )


def _is_indexed(request: SearchRequest, fixed: frozenset[str]) -> bool:
    """Say whether this state of a list is one that search engines should keep.

    The list itself, page by page, and in a list that has no fixed filter one of
    `INDEXED_FILTERS` alone. An order, another page size, a search are the same goods again.
    """
    pairs = [pair for pair in request_pairs(request, without=fixed) if pair[0] != "page"]
    names = {name for name, _ in pairs}
    if not names:
        return True
    return not fixed and len(pairs) <= MOST_INDEXED and names in ({n} for n in INDEXED_FILTERS)


def _kept(request: SearchRequest, fixed: frozenset[str]) -> list[Pair]:
    """Return what the form of filters must send along because it has no box for it."""
    boxless = {"q", "price", "partner", "sort", "page_size"} - fixed
    return [pair for pair in request_pairs(request) if pair[0] in boxless]


def _facets(
    request: SearchRequest, hits: Hits, names: Names, address: _Address
) -> tuple[Facet, ...]:
    chosen = chosen_values(request)
    facets = []
    for name, label in wording.FACET_LABELS.items():
        if name in address.fixed or (name == "region" and "province" in address.fixed):
            continue
        counts = facet_counts(name, request, hits)
        options = tuple(
            FacetOption(
                value=value,
                label=text,
                count=counts.get(value, 0),
                chosen=value in chosen[name],
                link=partial(address.toggled, name, value),
            )
            for value, text in facet_labels(name, names)
            if counts.get(value) or value in chosen[name]
            if name != "category" or _is_offered(value, names, chosen[name])
        )
        if options or name != "commune":
            facets.append(Facet(name, str(label), options))
    return tuple(facets)


def facet_counts(name: str, request: SearchRequest, hits: Hits) -> Mapping[str, int]:
    """Return the counts of a facet; chosen old provinces are counted among today's."""
    counts = hits.facets[name]
    if name != "province" or not request.old_provinces:
        return counts
    old = hits.facets["old_province"]
    return {**counts, **{slug: old.get(slug, 0) for slug in request.old_provinces}}


def facet_labels(name: str, names: Names) -> list[Pair]:
    """Return value and label of all that a facet may hold, in the order of showing."""
    if name == "province":
        return [*names.provinces.items(), *names.old_provinces.items()]
    if name == "stars":
        return [(str(stars), wording.stars_label(stars)) for stars in (5, 4, 3)]
    if name == "price":
        return [(band.value, wording.price_band_label(band)) for band in PriceBand]
    if name in SWITCHES:
        return [("1", _switch_label(name))]
    labels: dict[str, Mapping[str, str]] = {
        "region": names.regions,
        "commune": names.communes,
        "group": names.groups,
        "category": names.category_labels,
    }
    return list(labels[name].items())


def _switch_label(name: str) -> str:
    return wording.in_stock_label() if name == "in_stock" else wording.in_season_label()


def _is_offered(category: str, names: Names, chosen: frozenset[str]) -> bool:
    return names.category_depths[category] == FACET_DEPTH or category in chosen


def chosen_values(request: SearchRequest) -> dict[str, frozenset[str]]:
    """Return the chosen values of each facet, as they stand in an address."""
    chosen = {
        name: frozenset(str(value) for value in getattr(request, field_name))
        for name, field_name in FIELDS.items()
    }
    chosen["province"] |= frozenset(request.old_provinces)
    for name in SWITCHES:
        chosen[name] = frozenset({"1"} if getattr(request, name) else ())
    return chosen


def _chips(request: SearchRequest, names: Names, address: _Address) -> list[Chip]:
    labels: dict[str, Mapping[str, str]] = {
        "region": names.regions,
        "province": {**names.old_provinces, **names.provinces},
        "commune": names.communes,
        "category": names.category_labels,
        "group": names.groups,
        "partner": names.partners,
        "stars": {str(stars): wording.stars_label(stars) for stars in request.stars},
        "price": {band.value: wording.price_band_label(band) for band in request.prices},
    }
    chips = [
        Chip(labels[name][value], address.toggled(name, value))
        for name, value in request_pairs(request, without=address.fixed)
        if name in labels
    ]
    if request.price_min is not None or request.price_max is not None:
        text = wording.price_range_label(request.price_min, request.price_max)
        chips.append(Chip(text, address.to(price_min=None, price_max=None)))
    chips += [
        Chip(_switch_label(name), address.toggled(name, "1"))
        for name in SWITCHES
        if getattr(request, name)
    ]
    return chips
