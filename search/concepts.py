"""Which concepts the words of a text mean: regional and English names of one thing become one.

`read_units` parts a text into units, the longest phrases of `search.thesaurus` first. In a
document every phrase must be written with its accents; in a query a word typed without any also
stands for one with them, where the phrase is of two syllables or more or known to be clear.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.text import Token, analyse
from search.thesaurus import ALSO, BLOCKERS, CONCEPTS, OPTIONAL, PLAIN


@dataclass(frozen=True, slots=True)
class Unit:
    """Neighbouring tokens that mean one thing.

    ``concepts`` is empty where they mean only themselves; ``sure`` says that the accents agree;
    ``optional`` that the words stand around the thing that is looked for.
    """

    tokens: tuple[Token, ...]
    concepts: tuple[str, ...] = ()
    sure: bool = True
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Phrase:
    exact: tuple[str, ...]
    folded: tuple[str, ...]
    concepts: tuple[str, ...]
    optional: bool
    clear: bool


def read_units(tokens: Sequence[Token], *, typed: bool) -> tuple[Unit, ...]:
    """Part ``tokens`` into units; ``typed`` words may lack their accents."""
    units = []
    place = 0
    while place < len(tokens):
        unit = _longest(tokens, place, typed) or Unit((tokens[place],))
        units.append(unit)
        place += len(unit.tokens)
    return tuple(units)


def concepts_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return every concept that a document's words mean, each once."""
    units = read_units(tokens, typed=False)
    return tuple(dict.fromkeys(name for unit in units for name in unit.concepts))


def _longest(tokens: Sequence[Token], place: int, typed: bool) -> Unit | None:
    for phrase in _phrases().get(tokens[place].folded, ()):
        found = tokens[place : place + len(phrase.folded)]
        if tuple([token.folded for token in found]) != phrase.folded:
            continue
        sure = tuple([token.exact for token in found]) == phrase.exact
        if sure or (typed and phrase.clear and _may_mean(found, phrase.exact)):
            return Unit(tuple(found), phrase.concepts, sure, phrase.optional)
    return None


def _may_mean(tokens: Sequence[Token], exact: Sequence[str]) -> bool:
    pairs = zip(tokens, exact, strict=True)
    return all(token.exact == wanted or not token.accented for token, wanted in pairs)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[_Phrase]]:
    """Return the phrases by their first folded word, the longest first."""
    phrases = defaultdict(list)
    for text, concepts, optional in _rows():
        tokens = analyse(text).tokens
        folded = tuple(token.folded for token in tokens)
        clear = len(tokens) > 1 or folded[0] in PLAIN or not tokens[0].accented
        exact = tuple(token.exact for token in tokens)
        phrases[folded[0]].append(_Phrase(exact, folded, concepts, optional, clear))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase.folded))
    return dict(phrases)


def _rows() -> Iterator[tuple[str, tuple[str, ...], bool]]:
    for name, texts in CONCEPTS.items():
        for text in texts:
            yield text, (name, *ALSO.get(name, ())), False
    for text in BLOCKERS:
        yield text, (), False
    for text in OPTIONAL:
        yield text, (), True
