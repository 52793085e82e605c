"""What the shop asks of a search engine, and what it is given back.

`search.embedded` is the engine of the demonstration; another stands behind the same protocol.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from search.query import SearchRequest

#: Facet names; all but the old provinces, which share theirs with today's, name a parameter.
FACETS = (
    "region",
    "province",
    "old_province",
    "category",
    "group",
    "stars",
    "price",
    "in_stock",
    "partner",
)


class Step(StrEnum):
    """How far a search had to go from what was typed to find anything."""

    EXACT = "exact"
    KEYBOARD = "keyboard"
    FUZZY = "fuzzy"
    RELAXED = "relaxed"
    NONE = "none"


class IndexBusy(Exception):
    """Another process is writing to the index; nothing was written."""


@dataclass(frozen=True, slots=True)
class Document:
    """One product as the index knows it; texts are unanalysed, other words are slugs.

    The product is found on the days from ``listed_from`` to ``listed_until``, both included.
    ``rank`` is a factor on the text score, 0.8 to 1.6, so it never beats a full match.
    """

    id: int
    name: str
    place: str
    maker: str
    body: str
    region: str
    province: str
    old_province: str
    categories: tuple[str, ...]
    group: str
    partner: str
    stars: int
    price: int | None
    in_stock: bool
    listed_from: date
    listed_until: date
    rank: float


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of product ids in order, and the counts around it.

    ``facets`` maps each facet to the number of hits by value, its own filter left out.
    """

    ids: tuple[int, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    took_ms: float
    step: Step
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What could be meant by a beginning: product ids and partner slugs, best first."""

    products: tuple[int, ...]
    partners: tuple[str, ...]


class IndexWriter(Protocol):
    """An index held for writing; what was written is found when it is let go."""

    def index(self, documents: Iterable[Document]) -> None:
        """Put the documents in, each in place of the one with its id."""
        ...

    def remove(self, ids: Collection[int]) -> None:
        """Take out the documents with these ids; unknown ones do not matter."""
        ...

    def clear(self) -> None:
        """Take out all documents."""
        ...


class SearchEngine(Protocol):
    """An index of products, and the searches in it."""

    name: str

    def search(self, request: SearchRequest, *, on: date) -> Hits:
        """Return the page of products that ``request`` asks for and that are listed that day."""
        ...

    def suggest(self, text: str, *, limit: int, on: date) -> Suggestions:
        """Return at most ``limit`` products and partners whose names go on from ``text``."""
        ...

    def writing(self) -> AbstractContextManager[IndexWriter]:
        """Hold the index for writing, alone. Raises `IndexBusy`; an error inside undoes all."""
        ...

    def index(self, documents: Iterable[Document]) -> None:
        """Put documents in. Raises `IndexBusy`."""
        ...

    def remove(self, ids: Collection[int]) -> None:
        """Take documents out. Raises `IndexBusy`."""
        ...

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Replace all documents in one step that searches never see half done; count them."""
        ...

    def count(self) -> int:
        """Return how many documents the index holds."""
        ...

    def ids(self, *, on: date) -> frozenset[int]:
        """Return the ids of all documents that a search could find that day."""
        ...
