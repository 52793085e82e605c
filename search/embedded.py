"""The engine inside the process: tantivy. The only file that speaks to it.

Tokens come analysed from `search.fields` and are stored whitespace-separated, so tantivy's own
tokenisers never see raw text. Ids are signed integers: tantivy 0.27 deletes nothing, silently, by
a term of an unsigned field.
"""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import tantivy
from tantivy import FieldType, Occur, Order, Query

from search import tree
from search.answering import AnsweringEngine
from search.engine import (
    FACETS,
    LOWEST_RANK,
    OWN_FILTERS,
    Document,
    Found,
    Hit,
    IndexBusy,
    IndexMissing,
    Look,
)
from search.fields import (
    MATCH_FIELD,
    NUMBER_FIELDS,
    TEXT_FIELDS,
    WORD_FIELDS,
    fields_of,
    index_name,
)
from search.plan import matching, within
from search.query import PriceBand, Sort

WRITER_MEMORY = 32_000_000
SORTS = {
    Sort.CHEAPEST: ("by_cheapest", Order.Asc),
    Sort.DEAREST: ("by_dearest", Order.Desc),
    Sort.STARS: ("by_stars", Order.Desc),
    Sort.NEWEST: ("by_newest", Order.Desc),
    Sort.BEST_SELLING: ("by_sold", Order.Desc),
}
#: In the folder of an index that was filled whole.
WHOLE = "whole"


@lru_cache(maxsize=1)
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field(MATCH_FIELD, tokenizer_name="whitespace", index_option="basic")
    for name in WORD_FIELDS:
        fast = name not in {"word", "pair"}
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=fast)
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_float_field("rank", fast=True)
    return builder.build()


class EmbeddedEngine(AnsweringEngine):
    """A `SearchEngine` on a folder of files; one process writes at a time, all may search."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / index_name()
        others = [other for other in folder.glob("products-v*") if other != self.folder]
        #: Another analysis was here before: until a rebuild, this index would lack what it had.
        self._waits_for_rebuild = bool(others) and not (self.folder / WHOLE).exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(_schema(), path=str(self.folder))
        # Counts do not change with the page or the order, only with the index.
        self._counted = lru_cache(maxsize=256)(self._count)
        # Each search reloads for itself (40 µs): no watching thread that a fork would lose.
        self._index.config_reader("manual")

    def look(self, look: Look) -> Found:
        """See `SearchEngine.look`."""
        self._require_whole()
        searcher = self._searcher()
        hits: tuple[Hit, ...] = ()
        query = _compiled(within(look.text, look.filters))
        if look.limit:
            result = _page(searcher, query, look)
            addresses = [address for _, address in result.hits]
            ids = searcher.fast_field_values("id", addresses)
            sellers = searcher.fast_field_values("seller", addresses)
            hits, total = tuple(map(Hit, ids, sellers)), result.count
        else:
            total = searcher.search(query, 1).count
        filters = tuple(look.filters.items())
        counted = self._counted(self._stamp(), look.text, filters, look.facets, look.most_values)
        return Found(hits, total or 0, counted)

    def frequencies(self, field: str, words: Sequence[str]) -> Mapping[str, int]:
        """See `SearchEngine.frequencies`."""
        self._require_whole()
        searcher = self._searcher()
        return {word: searcher.doc_freq(field, word) for word in words}

    @contextmanager
    def writing(self) -> Iterator["EmbeddedWriter"]:
        """See `SearchEngine.writing`. Raises `IndexBusy`."""
        self._require_whole()
        with self._held() as writer:
            yield EmbeddedWriter(writer)

    @contextmanager
    def rebuilding(self) -> Iterator["EmbeddedWriter"]:
        """See `SearchEngine.rebuilding`: searches see the old content until the last moment."""
        with self._held() as writer:
            writer.delete_all_documents()
            yield EmbeddedWriter(writer)
        (self.folder / WHOLE).touch()
        self._waits_for_rebuild = False
        for other in self.folder.parent.glob("products-v*"):
            if other != self.folder:
                shutil.rmtree(other, ignore_errors=True)

    def count(self) -> int:
        """See `SearchEngine.count`."""
        self._require_whole()
        return self._searcher().num_docs

    def digests(self) -> dict[int, int]:
        """See `SearchEngine.digests`."""
        searcher = self._searcher()
        found = searcher.search(Query.all_query(), max(1, searcher.num_docs), count=False)
        addresses = [address for _, address in found.hits]
        ids = searcher.fast_field_values("id", addresses)
        return dict(zip(ids, searcher.fast_field_values("digest", addresses), strict=True))

    def refresh(self) -> None:
        """See `SearchEngine.refresh`: every search looks afresh."""

    def _count(
        self,
        _stamp: int,
        text: tree.Node,
        filters: tuple[tuple[str, tree.Node], ...],
        facets: tuple[str, ...],
        most_values: int,
    ) -> Mapping[str, Mapping[str, int]]:
        look = Look(text, dict(filters), facets=facets, most_values=most_values)
        return _counted(self._searcher(), look)

    def _stamp(self) -> int:
        """Return a number that changes with every commit, of whichever process."""
        return (self.folder / "meta.json").stat().st_mtime_ns

    def _require_whole(self) -> None:
        if self._waits_for_rebuild and not (self.folder / WHOLE).exists():
            raise IndexMissing(f"{self.folder} was never filled; run search_rebuild")

    @contextmanager
    def _held(self) -> Iterator[tantivy.IndexWriter]:
        try:
            writer = self._index.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusy(str(self.folder)) from error
            raise
        try:
            yield writer
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            # Small segments are merged before the lock is given back.
            writer.wait_merging_threads()

    def _searcher(self) -> tantivy.Searcher:
        self._index.reload()
        return self._index.searcher()


class EmbeddedWriter:
    """An `IndexWriter` on tantivy's. The lock keeps the order, so versions are not needed."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer
        self.refused: set[int] = set()

    def index(self, documents: Iterable[Document], *, version: int) -> None:
        """See `IndexWriter.index`."""
        for document in documents:
            self._writer.delete_documents_by_term("id", document.id)
            self._writer.add_document(_stored(document))

    def remove(self, ids: Collection[int], *, version: int) -> None:
        """See `IndexWriter.remove`."""
        for number in ids:
            self._writer.delete_documents_by_term("id", number)


def _stored(document: Document) -> tantivy.Document:
    fields = fields_of(document)
    words = {name: list(values) for name, values in fields.words.items() if values}
    # tantivy multiplies a score by log2(2 + value), and takes a value below 0 for 0: the lowest
    # rank becomes a factor of 1, the others keep their proportion to it.
    weight = 2 ** (fields.rank / LOWEST_RANK) - 2
    values = {**fields.texts, MATCH_FIELD: fields.all, **words, **fields.numbers, "rank": weight}
    return tantivy.Document.from_dict(values, _schema())


def _page(searcher: tantivy.Searcher, query: Query, look: Look) -> tantivy.SearchResult:
    if look.sort in SORTS:
        field, order = SORTS[look.sort]
        return searcher.search(
            query, look.limit, offset=look.offset, order_by_field=field, order=order
        )
    if isinstance(look.text, tree.Everything):
        # tantivy drops a query for all from among other conditions, and its score with it.
        return searcher.search(query, look.limit, offset=look.offset, order_by_field="rank")
    return searcher.search(query, look.limit, offset=look.offset, weight_by_field="rank")


def _compiled(node: tree.Node) -> Query:  # noqa: PLR0911 - one for each kind of node
    """Return tantivy's query for a node of the tree."""
    match node:
        case tree.Everything():
            return Query.all_query()
        case tree.Term(field, value, boost):
            kept = "basic" if field == MATCH_FIELD else "freq"
            term = Query.term_query(_schema(), field, value, kept)
            return term if boost == 1.0 else Query.boost_query(term, boost)
        case tree.Beginning(field, value, boost):
            # Tokens are letters or digits only, so none of their signs means anything in a pattern.
            return Query.boost_query(Query.regex_query(_schema(), field, f"{value}.*"), boost)
        case tree.AnyOf(field, values):
            return Query.term_set_query(_schema(), field, list(values))
        case tree.Between(field, lowest, highest, closed):
            return Query.range_query(
                _schema(),
                field,
                FieldType.Integer,
                lowest,
                highest,
                # An open end has no bound that could be left out; tantivy refuses to be told so.
                include_upper=closed or highest is None,
            )
        case tree.Flat(part, score):
            return Query.const_score_query(_compiled(part), score)
        case tree.Best(parts):
            return Query.disjunction_max_query(list(map(_compiled, parts)))
        case tree.Every(must, should, filters, enough):
            silent = [Query.const_score_query(_compiled(part), 0.0) for part in filters]
            clauses = [(Occur.Must, part) for part in (*map(_compiled, must), *silent)]
            clauses += [(Occur.Should, _compiled(part)) for part in should]
            return Query.boolean_query(clauses, enough) if enough else Query.boolean_query(clauses)


def _counted(searcher: tantivy.Searcher, look: Look) -> dict[str, dict[str, int]]:
    """Count the values of each facet; a facet in use is counted without its own filter."""
    together: dict[str, list[str]] = {}
    for name in look.facets:
        own = OWN_FILTERS.get(name, name)
        together.setdefault(own if own in look.filters else "", []).append(name)
    counted: dict[str, dict] = {}
    for own, names in together.items():
        query = _compiled(within(matching(look.text), look.filters, without=own))
        wanted = {name: _aggregation(name, look.most_values) for name in names}
        counted |= searcher.aggregate(query, wanted)
    return {name: _counts(counted[name]["buckets"]) for name in look.facets}


def _aggregation(name: str, most_values: int) -> dict[str, object]:
    if name != "price":
        terms = {"field": FACETS[name], "size": most_values, "segment_size": most_values}
        return {"terms": terms}
    bands = [
        {"key": band.value, "from": float(band.lowest)}
        | ({} if band.limit is None else {"to": float(band.limit)})
        for band in PriceBand
    ]
    return {"range": {"field": "price", "ranges": bands}}


def _counts(buckets: Sequence[Mapping[str, object]]) -> dict[str, int]:
    return {str(b["key"]): int(b["doc_count"]) for b in buckets if b["doc_count"]}
