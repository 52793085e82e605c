"""From a `SearchRequest` to the tree that every engine is given: what matches, and how it ranks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from search.concepts import Unit, read_units
from search.query import PriceBand, SearchRequest
from search.text import Analysis, analyse, meaning
from search.tree import AnyOf, Beginning, Best, Between, Every, Everything, Flat, Node, Term

#: How much a token counts where it is found.
FOLDED, ORIGIN, PLACE = 2.4, 1.7, 1.3
#: What it is worth that a product matches at all, be it only in its description or its maker.
MATCHED = 0.5
#: What its accents add where a name bears the very same.
EXACT = 2.0
#: Neighbours that stand together in the name, too.
PAIR = 4.0
#: A name of the same thing in another region or language; less when the accents are a guess.
CONCEPT, GUESSED = 2.4, 1.2
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
    match = Every(should=tuple(map(_match, needed)), enough=max(1, len(needed) - spare))
    return Every(
        must=(Flat(match, MATCHED),),
        should=(
            *(node for unit in query.units for node in _score(unit, accents=accents)),
            *(Term("bigram", pair, PAIR) for pair in query.words.bigrams),
        ),
    )


def matching(text: Node) -> Node:
    """Return what a text node matches, without its scores: enough for counting."""
    if isinstance(text, Every) and text.must and isinstance(text.must[0], Flat):
        return text.must[0]
    return text


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


def _score(unit: Unit, *, accents: bool) -> Iterator[Node]:
    """Score each word by the best place where it is found, its accents, and the concept."""
    for token in unit.tokens:
        yield Best(
            (
                Term("folded", token.folded, FOLDED),
                Term("origin", token.folded, ORIGIN),
                Term("place", token.folded, PLACE),
            )
        )
        if accents:
            yield Term("exact", token.exact, EXACT)
    if unit.concepts:
        weight = CONCEPT if unit.sure else GUESSED
        # Once for the thing, once for saying it without a word of the query.
        yield Term("concept", unit.concepts[0], 2 * weight)


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
