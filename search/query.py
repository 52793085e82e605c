"""A search as data, and how the parameters of an address become one.

`SearchRequest` is what every engine is given; nothing in it is left to interpret. `parse_request`
leaves out what it refuses and names it, so a page can go on and an API can answer 400.
"""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

MAX_QUERY_LENGTH = 200
MAX_PAGE = 500
MAX_PAGE_SIZE = 100
PAGE_SIZE = 24
#: More values of one parameter than this are no shopper's.
MAX_VALUES = 60
MAX_PRICE = 10**12
STARS = (3, 4, 5)
TRUE_WORDS = frozenset({"1", "true", "on"})
FALSE_WORDS = frozenset({"", "0", "false", "off"})


class Sort(StrEnum):
    """The orders a list can have; the value is the word in the address."""

    RELEVANCE = "relevance"
    CHEAPEST = "price"
    DEAREST = "-price"
    STARS = "stars"
    NEWEST = "newest"
    BEST_SELLING = "best_selling"


class PriceBand(StrEnum):
    """The buckets of the price facet, in đồng: from, up to but not including."""

    UNDER_50 = "0-50000"
    FROM_50 = "50000-100000"
    FROM_100 = "100000-200000"
    FROM_200 = "200000-500000"
    FROM_500 = "500000-"

    @property
    def lowest(self) -> int:
        """Return the lowest price inside."""
        return int(self.value.split("-")[0])

    @property
    def limit(self) -> int | None:
        """Return the lowest price above, or None for the last band."""
        above = self.value.split("-")[1]
        return int(above) if above else None


class Fault(StrEnum):
    """Why a value was refused."""

    UNKNOWN = "unknown"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    BELOW_MINIMUM = "below_minimum"


@dataclass(frozen=True, slots=True)
class ParameterFault:
    """One refused value of one parameter."""

    name: str
    value: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is looked for. Empty tuples and None do not filter; several values mean "or"."""

    q: str = ""
    regions: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    old_provinces: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    stars: tuple[int, ...] = ()
    partners: tuple[str, ...] = ()
    prices: tuple[PriceBand, ...] = ()
    price_min: int | None = None
    price_max: int | None = None
    in_stock: bool = False
    in_season: bool = False
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = PAGE_SIZE
    #: Whether the goods of each seller are counted, too, of whom there may be thousands.
    count_partners: bool = False

    @property
    def offset(self) -> int:
        """Return how many hits stand before this page."""
        return (self.page - 1) * self.page_size


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The values that name something in this shop, by kind: slugs, and the codes of communes."""

    regions: Collection[str] = ()
    provinces: Collection[str] = ()
    old_provinces: Collection[str] = ()
    communes: Collection[str] = ()
    categories: Collection[str] = ()
    groups: Collection[str] = ()
    partners: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class ParsedRequest:
    """A request made of the values that hold, and the others with what is wrong with them."""

    request: SearchRequest
    faults: tuple[ParameterFault, ...]


class MultiValue(Protocol):
    """Django's QueryDict, as far as it is needed here."""

    def getlist(self, key: str, /) -> Sequence[str]:
        """Return all values of one parameter."""
        ...


@dataclass(slots=True)
class _Reader:
    """Reads parameters one by one and keeps what it refuses."""

    parameters: MultiValue
    faults: list[ParameterFault] = field(default_factory=list)

    def refuse(self, name: str, value: str, fault: Fault) -> None:
        self.faults.append(ParameterFault(name, value[:80], fault))

    def one(self, name: str) -> str:
        values = self.parameters.getlist(name)
        return clean(values[-1]) if values else ""

    def many(self, name: str) -> tuple[str, ...]:
        values = tuple(dict.fromkeys(clean(value) for value in self.parameters.getlist(name)))
        if len(values) > MAX_VALUES:
            self.refuse(name, values[MAX_VALUES], Fault.TOO_MANY)
        return tuple(value for value in values[:MAX_VALUES] if value)

    def known(self, name: str, vocabulary: Collection[str]) -> tuple[str, ...]:
        values = self.many(name)
        for value in values:
            if value not in vocabulary:
                self.refuse(name, value, Fault.UNKNOWN)
        return tuple(value for value in values if value in vocabulary)

    def number(self, name: str, value: str, lowest: int, highest: int) -> int | None:
        if not value:
            return None
        if not (value.isascii() and value.removeprefix("-").isdecimal()):
            self.refuse(name, value, Fault.NOT_A_NUMBER)
        elif len(value) > 15 or not lowest <= int(value) <= highest:
            self.refuse(name, value, Fault.OUT_OF_RANGE)
        else:
            return int(value)
        return None


def clean(value: str) -> str:
    """Return ``value`` composed (NFC), without control signs, white space trimmed."""
    composed = unicodedata.normalize("NFC", value)
    kept = "".join(
        " " if sign.isspace() else sign
        for sign in composed
        if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn"}
    )
    return " ".join(kept.split())


def parse_request(parameters: MultiValue, vocabulary: Vocabulary) -> ParsedRequest:
    """Return the request in ``parameters`` and what was refused, by parameter.

    A province may be one of today's or one of before July 2025; where a name was kept by the
    merged province, today's is meant.
    """
    reader = _Reader(parameters)
    places = {*vocabulary.provinces, *vocabulary.old_provinces}
    provinces = reader.known("province", places)
    price_min, price_max = _price_range(reader)
    request = SearchRequest(
        q=_query(reader),
        regions=reader.known("region", vocabulary.regions),
        provinces=tuple(slug for slug in provinces if slug in vocabulary.provinces),
        old_provinces=tuple(slug for slug in provinces if slug not in vocabulary.provinces),
        communes=reader.known("commune", vocabulary.communes),
        categories=reader.known("category", vocabulary.categories),
        groups=reader.known("group", vocabulary.groups),
        stars=tuple(int(value) for value in reader.known("stars", [str(star) for star in STARS])),
        partners=reader.known("partner", vocabulary.partners),
        prices=tuple(PriceBand(value) for value in reader.known("price", list(PriceBand))),
        price_min=price_min,
        price_max=price_max,
        in_stock=_yes_or_no(reader, "in_stock"),
        in_season=_yes_or_no(reader, "in_season"),
        sort=_sort(reader),
        page=reader.number("page", reader.one("page"), 1, MAX_PAGE) or 1,
        page_size=_page_size(reader),
    )
    return ParsedRequest(request, tuple(reader.faults))


def _query(reader: _Reader) -> str:
    text = reader.one("q")
    if len(text) > MAX_QUERY_LENGTH:
        reader.refuse("q", text, Fault.TOO_LONG)
    return text[:MAX_QUERY_LENGTH]


def _price_range(reader: _Reader) -> tuple[int | None, int | None]:
    lowest = reader.number("price_min", _plain(reader.one("price_min")), 0, MAX_PRICE)
    highest = reader.number("price_max", _plain(reader.one("price_max")), 0, MAX_PRICE)
    if lowest is not None and highest is not None and highest < lowest:
        reader.refuse("price_max", str(highest), Fault.BELOW_MINIMUM)
        return lowest, None
    return lowest, highest


def _plain(amount: str) -> str:
    """Take the points of ``125.000`` out, as prices are written in Vietnam."""
    whole, *thousands = amount.split(".")
    if thousands and whole and all(len(group) == 3 for group in thousands):
        return amount.replace(".", "")
    return amount


def _yes_or_no(reader: _Reader, name: str) -> bool:
    word = reader.one(name).lower()
    if word not in TRUE_WORDS | FALSE_WORDS:
        reader.refuse(name, word, Fault.UNKNOWN)
    return word in TRUE_WORDS


def _sort(reader: _Reader) -> Sort:
    word = reader.one("sort")
    if word and word not in list(Sort):
        reader.refuse("sort", word, Fault.UNKNOWN)
        return Sort.RELEVANCE
    return Sort(word) if word else Sort.RELEVANCE


def _page_size(reader: _Reader) -> int:
    size = reader.number("page_size", reader.one("page_size"), 1, MAX_PAGE_SIZE)
    return size or PAGE_SIZE
