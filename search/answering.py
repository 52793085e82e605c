"""How an engine answers: the ladder from what was typed to what is found, and the first page.

The steps, each taken only when the one before found nothing: the words as they stand; the
keystrokes of Telex or VNI read back; one slip of the finger repaired; one word left out; the chosen
filters left aside; half of the words. It is the same for every engine, which only has to look.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

from search import plan
from search.diversity import spread
from search.engine import (
    FACETS,
    Document,
    Found,
    Hit,
    Hits,
    IndexWriter,
    Look,
    Step,
    Suggestions,
)  # fmt: skip
from search.keyboard import decode
from search.query import SearchRequest, Sort
from search.repair import repairs
from search.text import analyse, surfaces
from search.tree import Node

#: So many pages' worth of the best hits are shared out among sellers.
SHARED_PAGES = 3


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One reading of what was typed, and how far it is from the words themselves."""

    query: plan.Query
    step: Step
    corrected: str | None = None
    spare: int = 0
    widened: bool = False


class AnsweringEngine(ABC):
    """A `SearchEngine` without its index: `look` and `frequencies` are the engine's own."""

    name: str
    #: The facets that a search counts; some only where they are worth the while.
    counted: tuple[str, ...] = tuple(FACETS)

    @abstractmethod
    def look(self, look: Look) -> Found:
        """See `SearchEngine.look`."""

    @abstractmethod
    def frequencies(self, field: str, words: Sequence[str]) -> Mapping[str, int]:
        """See `SearchEngine.frequencies`."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[IndexWriter]:
        """See `SearchEngine.writing`."""

    @abstractmethod
    def rebuilding(self) -> AbstractContextManager[IndexWriter]:
        """See `SearchEngine.rebuilding`."""

    @abstractmethod
    def refresh(self) -> None:
        """See `SearchEngine.refresh`."""

    def search(self, request: SearchRequest, *, on: date, widen: bool = False) -> Hits:
        """See `SearchEngine.search`."""
        started = time.perf_counter()
        attempt, found = self._climb(request, on, widen)
        ids = [hit.id for hit in _first_pages(found.hits, request)]
        took_ms = round((time.perf_counter() - started) * 1_000, 2)
        return Hits(
            tuple(ids[: request.page_size]),
            found.total,
            _facets(found.facets, on),
            took_ms,
            attempt.step if found.total else Step.NONE,
            attempt.corrected,
            attempt.widened,
            self.name,
        )

    def suggest(self, text: str, *, limit: int, on: date) -> Suggestions:
        """See `SearchEngine.suggest`."""
        # One letter of a place would bring up all that comes from there.
        fields = {"folded": 3.0, "place": 1.0} if len(analyse(text).tokens) > 1 else {"folded": 3.0}
        named = plan.beginning_node(text, fields)
        made = plan.beginning_node(text, {"maker": 1.0})
        if named is None or made is None:
            return Suggestions((), ())
        listed = {"listed": plan.listed_node(on)}
        products = self.look(Look(named, listed, limit=limit)).hits
        counts = self.look(Look(made, listed, facets=("partner",), most_values=limit)).facets
        partners = counts["partner"]
        best = sorted(partners, key=lambda slug: (-partners[slug], slug))[:limit]
        return Suggestions(tuple(hit.id for hit in products), tuple(best))

    def index(self, documents: Iterable[Document], *, version: int = 1) -> None:
        """Put documents in and let them be found."""
        with self.writing() as writer:
            writer.index(documents, version=version)
        self.refresh()

    def remove(self, ids: Collection[int], *, version: int = 1) -> None:
        """Take documents out and let them be gone."""
        with self.writing() as writer:
            writer.remove(ids, version=version)
        self.refresh()

    def _climb(self, request: SearchRequest, on: date, widen: bool) -> tuple[_Attempt, Found]:
        filters = plan.filter_nodes(request, on)
        listed = {"listed": filters["listed"]}
        first: tuple[_Attempt, Found] | None = None
        for attempt in self._attempts(request, listed, widen=widen and len(filters) > 1):
            node = plan.text_node(attempt.query, spare=attempt.spare)
            within = listed if attempt.widened else filters
            found = self.look(_look(node, within, request, self.counted))
            if found.total:
                return attempt, found
            first = first or (attempt, found)
        if first is None:  # unreachable: the first attempt is always made
            raise AssertionError
        return first

    def _attempts(
        self, request: SearchRequest, listed: Mapping[str, Node], *, widen: bool
    ) -> Iterator[_Attempt]:
        """Yield the readings of a text in the order of the ladder, each when it is asked for."""
        typed = plan.understand(request.q)
        yield _Attempt(typed, Step.EXACT)
        if not typed.units:
            return
        base = _Attempt(typed, Step.EXACT)
        if not self._is_known(typed, listed):
            for base in self._readings(request.q):
                yield base
            base = replace(base, step=Step.RELAXED)
        units = len(base.query.needed)
        if units > 1:
            yield replace(base, step=Step.RELAXED, spare=1)
        if widen:
            yield replace(base, step=Step.RELAXED, widened=True)
            yield replace(base, step=Step.RELAXED, spare=min(1, units - 1), widened=True)
        if units > 2:
            yield replace(base, step=Step.RELAXED, spare=units // 2, widened=widen)
            yield replace(base, step=Step.RELAXED, spare=units - 1, widened=widen)

    def _readings(self, text: str) -> Iterator[_Attempt]:
        """Yield what may have been meant; the last is the one to leave words out of."""
        decoded = self._decoded(text, strict=True)
        if decoded is not None:
            yield _Attempt(plan.understand(decoded), Step.KEYBOARD, decoded)
        for repaired in self._repaired(decoded or text):
            yield _Attempt(plan.understand(repaired), Step.FUZZY, repaired)
        loosely = self._decoded(text, strict=False)
        if loosely is not None and loosely != decoded:
            yield _Attempt(plan.understand(loosely), Step.KEYBOARD, loosely)
        best = decoded or loosely
        yield _Attempt(plan.understand(best or text), Step.RELAXED, best)

    def _is_known(self, query: plan.Query, listed: Mapping[str, Node]) -> bool:
        """Say whether the words as they stand find anything outside of the chosen filters."""
        return self.look(Look(plan.text_node(query), listed)).total > 0

    def _decoded(self, text: str, *, strict: bool) -> str | None:
        """Return the text with its keystrokes read back where that gives words of the shop.

        With ``strict``, words that some product bears with the very same accents.
        """
        words = text.split()
        read = {word: syllable for word in words if (syllable := decode(word))}
        typed = {token.folded for word in read for token in analyse(word).tokens}
        meant = {
            word: analyse(syllable).exact if strict else analyse(syllable).folded
            for word, syllable in read.items()
        }
        wanted = typed | {token for tokens in meant.values() for token in tokens}
        known = self.frequencies("word", sorted(wanted))
        changed = {
            word: syllable
            for word, syllable in read.items()
            if all(known.get(token) for token in meant[word]) and _may_be_keys(word, known)
        }
        if not changed:
            return None
        return " ".join(changed.get(word, word) for word in words)

    def _repaired(self, text: str) -> Iterator[str]:
        """Yield the text with a slip repaired, its other words as they were typed."""
        words, typed = analyse(text).folded[: plan.MAX_TOKENS], surfaces(text)
        kept = dict(zip(words, typed, strict=False))
        for repaired in repairs(words, self.frequencies):
            yield " ".join(kept.get(word, word) for word in repaired)


def _may_be_keys(word: str, known: Mapping[str, int]) -> bool:
    """Say whether a word is not one that the shop knows as it stands."""
    has_digits = any(sign.isdigit() for sign in word)
    return has_digits or not all(known.get(token) for token in analyse(word).folded)


def _look(
    text: Node, filters: Mapping[str, Node], request: SearchRequest, counted: Sequence[str]
) -> Look:
    """Return the look for a page; the first pages of a list by relevance are seen as one."""
    shared = _is_shared(request)
    return Look(
        text,
        filters,
        request.sort,
        offset=0 if shared else request.offset,
        limit=SHARED_PAGES * request.page_size if shared else request.page_size,
        facets=tuple(
            name
            for name in counted
            if (name != "commune" or _is_within_a_province(request))
            and (name != "partner" or request.count_partners)
        ),
    )


def _is_within_a_province(request: SearchRequest) -> bool:
    return bool(request.provinces or request.old_provinces or request.communes)


def _is_shared(request: SearchRequest) -> bool:
    return request.sort is Sort.RELEVANCE and request.page <= SHARED_PAGES and not request.partners


def _first_pages(hits: Sequence[Hit], request: SearchRequest) -> Sequence[Hit]:
    if not _is_shared(request):
        return hits
    return spread(hits, first=request.page_size)[request.offset :]


def _facets(counted: Mapping[str, Mapping[str, int]], on: date) -> dict[str, Mapping[str, int]]:
    """Return the counts of all facets; of the months of a season only this one."""
    now = counted.get("in_season", {}).get(str(on.month), 0)
    whole = {name: counted.get(name, {}) for name in FACETS}
    return {**whole, "in_season": {"1": now} if now else {}}
