"""The fields of the index, and what a document puts into them: one place for every engine."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.concepts import concepts_of
from search.engine import Document
from search.text import ANALYSIS_VERSION, Analysis, analyse, meaning

#: Analysed text, scored by BM25.
TEXT_FIELDS = (
    "exact", "folded", "bigram", "concept", "aside", "origin", "place", "kind", "maker", "body",
)  # fmt: skip
#: Every word and meaning of a product once: what matches is asked here, and nothing scored.
MATCH_FIELD = "all"
#: Whole values, for filters, facets, and what is known of words.
WORD_FIELDS = (
    "region", "province", "old_province", "commune", "category", "group", "stars", "partner",
    "in_stock", "season", "word", "pair",
)  # fmt: skip
#: Whole numbers. The sort keys end in a draw, so no two products ever stand alike.
NUMBER_FIELDS = (
    "id", "price", "listed_from", "listed_until", "seller", "digest",
    "by_cheapest", "by_dearest", "by_stars", "by_newest", "by_sold",
)  # fmt: skip
LAYOUT = hashlib.sha256(
    f"{TEXT_FIELDS}{WORD_FIELDS}{NUMBER_FIELDS}{MATCH_FIELD} rank 4".encode()
).hexdigest()[:8]

#: Stands where a text is empty, so that every engine counts every product in every field.
NOTHING = "_"
#: Texts whose tokens are no folded words.
_UNSEEN = frozenset({"exact", "bigram", "concept", "aside"})
_DRAW_BITS = 20
_NO_PRICE = 10**12


@dataclass(frozen=True, slots=True)
class Fields:
    """A document as the index holds it; texts are tokens joined by spaces."""

    texts: dict[str, str]
    words: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    rank: float

    @property
    def all(self) -> str:
        """Return the tokens of the field that says what matches."""
        words = (text.split() for name, text in self.texts.items() if name not in _UNSEEN)
        meanings = f"{self.texts['concept']} {self.texts['aside']}".split()
        return _joined(_distinct(*words, tuple(map(meaning, meanings))))


def index_name(prefix: str = "products") -> str:
    """Return the name of the index: another analysis or layout is another index."""
    return f"{prefix}-v{ANALYSIS_VERSION}-{LAYOUT}"


def fields_of(document: Document) -> Fields:
    """Return what the index holds of a document."""
    name, english = analyse(document.name), analyse(document.name_en)
    origin, place, maker, kind = map(
        _repeated, (document.origin, document.place, document.maker, document.kind)
    )
    body = analyse(document.body)
    draw = _draw(document.id)
    return Fields(
        texts={
            "exact": _joined((*name.exact, *english.exact)),
            "folded": _joined((*name.folded, *english.folded)),
            "bigram": _joined((*name.bigrams, *english.bigrams)),
            "concept": _joined(concepts_of(name.tokens) or concepts_of(english.tokens)),
            "aside": _joined(concepts_of(body.tokens)),
            "origin": _joined(origin.folded),
            "place": _joined(place.folded),
            "kind": _joined(kind.folded),
            "maker": _joined(maker.folded),
            "body": _joined(body.folded),
        },
        words={
            "region": _held(document.region),
            "province": _held(document.province),
            "old_province": _held(document.old_province),
            "commune": _held(document.commune),
            "category": document.categories,
            "group": _held(document.group),
            "stars": (str(document.stars),),
            "partner": _held(document.partner),
            "in_stock": ("1" if document.in_stock else "0",),
            "season": tuple(map(str, document.season)),
            "word": _words(name, english, origin, place, maker, kind),
            "pair": _pairs(
                document.name, document.name_en, document.origin, document.place, document.maker
            ),
        },
        numbers=_numbers(document, draw),
        # What matches alike is told apart by a draw that never changes, not by age.
        rank=document.rank + draw / 2**_DRAW_BITS / 1_000,
    )


def digest_of(document: Document) -> int:
    """Return a number that differs whenever anything in the document does."""
    content = hashlib.sha256(repr(document).encode()).digest()
    return int.from_bytes(content[:6], "big")


def _numbers(document: Document, draw: int) -> dict[str, int]:
    def key(value: int) -> int:
        return (value << _DRAW_BITS) + draw

    price = document.price
    numbers = {
        "id": document.id,
        "listed_from": document.listed_from.toordinal(),
        "listed_until": document.listed_until.toordinal(),
        "seller": int.from_bytes(hashlib.sha256(document.partner.encode()).digest()[:6], "big"),
        "digest": digest_of(document),
        "by_cheapest": key(_NO_PRICE if price is None else min(price, _NO_PRICE)),
        "by_dearest": key(0 if price is None else min(price, _NO_PRICE) + 1),
        "by_stars": key(document.stars * 1_000 + round(document.rank * 100)),
        "by_newest": key(document.listed_from.toordinal()),
        "by_sold": key(document.sold * 1_000 + round(document.rank * 100)),
    }
    return numbers if price is None else {**numbers, "price": price}


def _draw(number: int) -> int:
    return int.from_bytes(hashlib.sha256(str(number).encode()).digest()[:4], "big") >> 12


def _joined(tokens: Sequence[str]) -> str:
    return " ".join(tokens) or NOTHING


def _held(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _distinct(*lists: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _words(*parts: Analysis) -> tuple[str, ...]:
    """Return every word of the parts, with its accents and without."""
    return _distinct(*(part.folded for part in parts), *(part.exact for part in parts))


def _pairs(*texts: str) -> tuple[str, ...]:
    """Return the neighbours in each of the names that the texts consist of."""
    return _distinct(*map(_pairs_of_names, texts))


@lru_cache(maxsize=8_192)
def _pairs_of_names(text: str) -> tuple[str, ...]:
    return _distinct(*(analyse(name).bigrams for name in text.split(" . ")))


@lru_cache(maxsize=8_192)
def _repeated(text: str) -> Analysis:
    """Analyse what many products have in common: places, makers, kinds."""
    return analyse(text)
