"""From a `SearchRequest` to the tree that every engine is given: what matches, and how it ranks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from search.concepts import Unit, read_units
from search.query import PriceBand, SearchRequest
from search.text import Analysis, Token, analyse, meaning
from search.tree import AnyOf, Beginning, Best, Between, Every, Everything, Node, Term

#: How much a token counts where it is found.
FOLDED, ORIGIN, PLACE, KIND, MAKER, BODY = 2.4, 1.7, 1.3, 1.2, 1.0, 0.5
#: What its accents add where a name bears the very same.
EXACT = 2.0
#: Neighbours that stand together in the name, too.
PAIR = 4.0
#: A name of the same thing in another region or language; less when the accents are a guess, or
#: when it only stands in the description.
CONCEPT, GUESSED, ASIDE = 2.4, 1.2, 0.5
#: More words than this are a text, not a query; the rest is not looked for.
MAX_TOKENS = 24


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, understood: its units in order, and all of its words."""

    units: tuple[Unit, ...]
    words: Analysis

    @property
    def needed(self) -> tuple[Unit, ...]:
        """Return the units that a product must have; all of them when none stands out."""
        return tuple(unit for unit in self.units if not unit.optional) or self.units


def understand(text: str) -> Query:
    """Return what a typed text asks for."""
    words = Analysis(analyse(text).tokens[:MAX_TOKENS])
    return Query(read_units(words.tokens, typed=True), words)


def text_node(query: Query, *, spare: int = 0) -> Node:
    """Match all needed units but ``spare``; the others and neighbours only help to rank.

    What matches is asked of the one field that holds all words, and only what matches is scored.
    """
    needed = query.needed
    if not needed:
        return Everything()
    # Where accents were typed, a word without any is meant to have none: cá kho is not khô cá.
    accents = any(token.accented for token in query.words.tokens)
    return Every(
        filters=(Every(should=tuple(map(_match, needed)), enough=max(1, len(needed) - spare)),),
        should=(
            *(_score(unit, accents=accents) for unit in query.units),
            *(Term("bigram", pair, PAIR) for pair in query.words.bigrams),
        ),
    )


def matching(text: Node) -> Node:
    """Return what a text node matches, without its scores: enough for counting."""
    return Every(filters=text.filters) if isinstance(text, Every) and text.filters else text


def beginning_node(text: str, fields: Mapping[str, float]) -> Node | None:
    """Match all words of ``text``, the last one as a beginning, in ``fields`` with their boosts."""
    words = analyse(text).tokens[:MAX_TOKENS]
    if not words:
        return None
    whole = [Best(tuple(Term(field, word.folded) for field in fields)) for word in words[:-1]]
    last = Best(tuple(Beginning(field, words[-1].folded, boost) for field, boost in fields.items()))
    return Every(must=(*whole, last))


def filter_nodes(request: SearchRequest, on: date) -> dict[str, Node]:
    """Return the filters by the facet that chooses them; ``listed`` is always on."""
    chosen = {
        "region": _any_of(region=request.regions),
        "province": _any_of(province=request.provinces, old_province=request.old_provinces),
        "commune": _any_of(commune=request.communes),
        "category": _any_of(category=request.categories),
        "group": _any_of(group=request.groups),
        "stars": _any_of(stars=[str(stars) for stars in request.stars]),
        "partner": _any_of(partner=request.partners),
        "price": _priced(request.prices, request.price_min, request.price_max),
        "in_stock": _any_of(in_stock=["1"] if request.in_stock else []),
        "in_season": _any_of(season=[str(on.month)] if request.in_season else []),
    }
    return {
        "listed": listed_node(on),
        **{name: node for name, node in chosen.items() if node is not None},
    }


def listed_node(on: date) -> Node:
    """Match the products whose certificate is in force that day."""
    day = on.toordinal()
    return Every(filters=(Between("listed_from", None, day), Between("listed_until", day, None)))


def within(text: Node, filters: Mapping[str, Node], *, without: str = "") -> Node:
    """Return ``text`` within the filters but the one of facet ``without``."""
    kept = tuple(node for name, node in filters.items() if name != without)
    return Every(must=(text,), filters=kept)


def _match(unit: Unit) -> Node:
    """Match the words themselves anywhere, or the concept that they mean."""
    words = Every(filters=tuple(Term("all", token.folded) for token in unit.tokens))
    if not unit.concepts:
        return words
    return Every(should=(words, Term("all", meaning(unit.concepts[0]))), enough=1)


def _score(unit: Unit, *, accents: bool) -> Node:
    """Score each word by the best place where it is found, its accents, and the concept."""
    words = tuple(_anywhere(token) for token in unit.tokens)
    exact = tuple(Term("exact", token.exact, EXACT) for token in unit.tokens) if accents else ()
    if not unit.concepts:
        return Every(should=(*words, *exact), enough=1)
    name = unit.concepts[0]
    weight = CONCEPT if unit.sure else GUESSED
    meant = Term("concept", name, weight)
    aside = Term("aside", name, weight * ASIDE / CONCEPT)
    said = Every(must=words)
    return Every(should=(Best((said, meant, aside)), *exact, meant), enough=1)


def _anywhere(token: Token) -> Node:
    """Score a token by the best place where it is found."""
    return Best(
        (
            Term("folded", token.folded, FOLDED),
            Term("origin", token.folded, ORIGIN),
            Term("place", token.folded, PLACE),
            Term("kind", token.folded, KIND),
            Term("maker", token.folded, MAKER),
            Term("body", token.folded, BODY),
        )
    )


def _any_of(**chosen: Sequence[str]) -> Node | None:
    sets = tuple(AnyOf(field, tuple(values)) for field, values in chosen.items() if values)
    if len(sets) < 2:
        return sets[0] if sets else None
    return Every(should=sets, enough=1)


def _priced(bands: Sequence[PriceBand], lowest: int | None, highest: int | None) -> Node | None:
    clauses: list[Node] = []
    if bands:
        parts = tuple(Between("price", band.lowest, band.limit, closed=False) for band in bands)
        clauses.append(Every(should=parts, enough=1))
    if lowest is not None or highest is not None:
        clauses.append(Between("price", lowest, highest))
    return Every(filters=tuple(clauses)) if clauses else None
