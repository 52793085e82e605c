"""What the shop asks of a search engine, and what it is given back.

`search.embedded` is the engine of the demonstration, `search.elastic` the server's;
`search.database` answers when neither can.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from search.query import SearchRequest, Sort
from search.tree import Node

#: Facet names, each with the field that it counts; all but the old provinces, which share theirs
#: with today's, name a parameter.
FACETS = {
    "region": "region",
    "province": "province",
    "old_province": "old_province",
    "commune": "commune",
    "category": "category",
    "group": "group",
    "stars": "stars",
    "price": "price",
    "in_stock": "in_stock",
    "in_season": "season",
    "partner": "partner",
}


#: Facets whose filter bears another name.
OWN_FILTERS = {"old_province": "province"}


class Step(StrEnum):
    """How far a search had to go from what was typed to find anything."""

    EXACT = "exact"
    KEYBOARD = "keyboard"
    FUZZY = "fuzzy"
    RELAXED = "relaxed"
    NONE = "none"


class EngineUnavailable(Exception):
    """The engine cannot answer; the database still can."""


class EngineDown(EngineUnavailable):
    """The search server does not answer, or not in time."""


class IndexMissing(EngineUnavailable):
    """There is no index of this analysis and layout; a rebuild makes it."""


class IndexBusy(EngineUnavailable):
    """Another process is writing to the index; nothing was written."""


class RebuildFailed(Exception):
    """The new index does not hold what it should; the old one goes on serving."""


#: The bounds of `Document.rank`.
LOWEST_RANK, HIGHEST_RANK = 0.8, 1.6


@dataclass(frozen=True, slots=True)
class Document:
    """One product as the index knows it; texts are unanalysed, other words are slugs.

    Names that stand for one place or thing are parted by `` . ``. ``origin`` is where it comes
    from by the names of before July 2025, ``place`` by all names; ``kind`` are the names of its
    categories. The product is found on the days from ``listed_from``
    to ``listed_until``, both included. ``rank`` is a factor on the text score, 0.8 to 1.6, so it
    never beats a full match; ``sold`` are the units of the last 90 days.
    """

    id: int
    name: str
    name_en: str
    origin: str
    place: str
    kind: str
    maker: str
    body: str
    region: str
    province: str
    old_province: str
    commune: str
    categories: tuple[str, ...]
    group: str
    partner: str
    stars: int
    season: tuple[int, ...]
    price: int | None
    in_stock: bool
    sold: int
    listed_from: date
    listed_until: date
    rank: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One found product, and a number that is the same for all of one seller's."""

    id: int
    seller: int


@dataclass(frozen=True, slots=True)
class Look:
    """One look into the index: which products, in which order, which part of them.

    ``filters`` are by the facet that chooses them; a facet is counted without its own.
    """

    text: Node
    filters: Mapping[str, Node]
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 0
    facets: tuple[str, ...] = ()
    most_values: int = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """What one look found: a part of the hits, how many there are, counts by facet and value."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of product ids in order, and the counts around it.

    ``facets`` maps each facet to the number of hits by value, its own filter left out.
    ``corrected`` is the text that was looked for instead; ``widened`` says that the chosen filters
    were left aside; ``engine`` is the one that answered.
    """

    ids: tuple[int, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    took_ms: float
    step: Step
    corrected: str | None = None
    widened: bool = False
    engine: str = ""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What could be meant by a beginning: product ids and partner slugs, best first."""

    products: tuple[int, ...]
    partners: tuple[str, ...]


class IndexWriter(Protocol):
    """An index held for writing; what was written is found when it is let go."""

    #: Ids whose newer document the index holds already; known when the writer is let go.
    refused: set[int]

    def index(self, documents: Iterable[Document], *, version: int) -> None:
        """Put the documents in, each in place of an older one with its id."""
        ...

    def remove(self, ids: Collection[int], *, version: int) -> None:
        """Take out the documents with these ids; unknown ones do not matter."""
        ...


class SearchEngine(Protocol):
    """An index of products, and the searches in it. All methods may raise `EngineUnavailable`."""

    name: str

    def search(self, request: SearchRequest, *, on: date, widen: bool = False) -> Hits:
        """Return the page of products that ``request`` asks for and that are listed that day.

        With ``widen``, the chosen filters are left aside when no text fits within them.
        """
        ...

    def suggest(self, text: str, *, limit: int, on: date) -> Suggestions:
        """Return at most ``limit`` products and partners whose names go on from ``text``."""
        ...

    def look(self, look: Look) -> Found:
        """Look into the index once."""
        ...

    def frequencies(self, field: str, words: Sequence[str]) -> Mapping[str, int]:
        """Return how many products hold each of ``words`` in a word field; some may be left out."""
        ...

    def writing(self) -> AbstractContextManager[IndexWriter]:
        """Hold the index for writing. An error inside undoes what can be undone."""
        ...

    def rebuilding(self) -> AbstractContextManager[IndexWriter]:
        """Fill a new index beside the one that serves, which it replaces when this ends well.

        Raises `RebuildFailed`; the old index then goes on.
        """
        ...

    def count(self) -> int:
        """Return how many documents the index holds."""
        ...

    def digests(self) -> Mapping[int, int]:
        """Return the digest of every document in the index by product id."""
        ...

    def refresh(self) -> None:
        """Make what was written be found now."""
        ...
