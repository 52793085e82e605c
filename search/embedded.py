"""The engine inside the process: tantivy. The only file that speaks to it.

Tokens come analysed from `search.text` and are stored whitespace-separated, so tantivy's own
tokenisers never see raw text. Ids are signed integers: tantivy 0.27 deletes nothing, silently, by
a term of an unsigned field.
"""

import hashlib
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path

import tantivy
from django.conf import settings
from tantivy import FieldType, Occur, Order, Query

from search.engine import FACETS, Document, Hits, IndexBusy, Step, Suggestions
from search.query import PriceBand, SearchRequest, Sort
from search.text import ANALYSIS_VERSION, Analysis, Token, analyse

#: Analysed text, by field: only whether and how often a token occurs is kept.
TEXT_FIELDS = ("exact", "folded", "bigram", "place", "maker", "body")
#: Whole values, for filters and facets.
WORD_FIELDS = (
    "region",
    "province",
    "old_province",
    "category",
    "group",
    "stars",
    "partner",
    "in_stock",
)
NUMBER_FIELDS = ("price", "listed_from", "listed_until", "by_stars", "newest")
LAYOUT = f"{TEXT_FIELDS} freq, {WORD_FIELDS} raw, {NUMBER_FIELDS} i64, rank f64"

#: How much a token counts where it is found; the name with its accents most.
EXACT_BOOST, FOLDED_BOOST, PLACE_BOOST, BIGRAM_BOOST = 3.0, 2.0, 2.0, 4.0
#: More words than this are a text, not a query; the rest is not looked for.
MAX_TOKENS = 24
#: Above the number of values of any facet, so that no value is cut off.
FACET_VALUES = 2_000
#: Facets whose filter bears another name.
OWN_FILTERS = {"old_province": "province"}
WRITER_MEMORY = 32_000_000
SORTS = {
    Sort.CHEAPEST: ("price", Order.Asc),
    Sort.DEAREST: ("price", Order.Desc),
    Sort.STARS: ("by_stars", Order.Desc),
    Sort.NEWEST: ("newest", Order.Desc),
}


def get_engine() -> "EmbeddedEngine":
    """Return this process's engine on the folder that the settings name."""
    return _engine_in(Path(settings.SEARCH_INDEX_FOLDER))


@lru_cache(maxsize=4)
def _engine_in(folder: Path) -> "EmbeddedEngine":
    return EmbeddedEngine(folder)


@lru_cache(maxsize=1)
def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=True, indexed=True, fast=True)
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    for name in WORD_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_float_field("rank", fast=True)
    return builder.build()


def index_name() -> str:
    """Return the folder name of the index: another analysis or layout is another index."""
    layout = hashlib.sha256(LAYOUT.encode()).hexdigest()[:8]
    return f"products-v{ANALYSIS_VERSION}-{layout}"


class EmbeddedEngine:
    """A `SearchEngine` on a folder of files."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self.folder = folder / index_name()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._index = tantivy.Index(_schema(), path=str(self.folder))
        # Each search reloads for itself (40 µs): no watching thread that a fork would lose.
        self._index.config_reader("manual")

    def search(self, request: SearchRequest, *, on: date) -> Hits:
        """See `SearchEngine.search`."""
        started = time.perf_counter()
        searcher = self._searcher()
        words = analyse(request.q)
        step, text = Step.EXACT, _text_query(words)
        filters = _filters(request, on)
        result = _page(searcher, _narrowed(text, filters), request)
        if not result.count and len(words.tokens) > 1:
            step, text = Step.RELAXED, _text_query(words, spare=1)
            result = _page(searcher, _narrowed(text, filters), request)
        if not result.count:
            step = Step.NONE
        ids = searcher.fast_field_values("id", [address for _, address in result.hits])
        facets = _facets(searcher, text, filters)
        took_ms = round((time.perf_counter() - started) * 1000, 2)
        return Hits(tuple(ids), result.count, facets, took_ms, step)

    def suggest(self, text: str, *, limit: int, on: date) -> Suggestions:
        """See `SearchEngine.suggest`."""
        words = analyse(text).tokens[:MAX_TOKENS]
        if not words:
            return Suggestions((), ())
        searcher = self._searcher()
        listed = (Occur.Must, _silent(_listed(on)))
        names = _beginning(words, {"folded": 3.0, "place": 1.0})
        found = searcher.search(
            Query.boolean_query([(Occur.Must, names), listed]), limit, weight_by_field="rank"
        )
        ids = searcher.fast_field_values("id", [address for _, address in found.hits])
        makers = Query.boolean_query([(Occur.Must, _beginning(words, {"maker": 1.0})), listed])
        counts = searcher.aggregate(makers, {"partner": _terms("partner", limit)})
        return Suggestions(
            tuple(ids), tuple(bucket["key"] for bucket in counts["partner"]["buckets"])
        )

    @contextmanager
    def writing(self) -> Iterator["EmbeddedWriter"]:
        """See `SearchEngine.writing`."""
        try:
            writer = self._index.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusy(str(self.folder)) from error
            raise
        try:
            yield EmbeddedWriter(writer)
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            # Small segments are merged before the lock is given back.
            writer.wait_merging_threads()

    def index(self, documents: Iterable[Document]) -> None:
        """See `SearchEngine.index`."""
        with self.writing() as writer:
            writer.index(documents)

    def remove(self, ids: Collection[int]) -> None:
        """See `SearchEngine.remove`."""
        with self.writing() as writer:
            writer.remove(ids)

    def rebuild(self, documents: Iterable[Document]) -> int:
        """See `SearchEngine.rebuild`."""
        with self.writing() as writer:
            writer.clear()
            writer.index(documents)
        return self.count()

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._searcher().num_docs

    def ids(self, *, on: date) -> frozenset[int]:
        """See `SearchEngine.ids`."""
        searcher = self._searcher()
        found = searcher.search(_listed(on), max(1, searcher.num_docs), count=False)
        addresses = [address for _, address in found.hits]
        return frozenset(searcher.fast_field_values("id", addresses))

    def _searcher(self) -> tantivy.Searcher:
        self._index.reload()
        return self._index.searcher()


class EmbeddedWriter:
    """An `IndexWriter` on tantivy's."""

    def __init__(self, writer: tantivy.IndexWriter) -> None:
        self._writer = writer

    def index(self, documents: Iterable[Document]) -> None:
        """See `IndexWriter.index`."""
        for document in documents:
            self._writer.delete_documents_by_term("id", document.id)
            self._writer.add_document(_stored(document))

    def remove(self, ids: Collection[int]) -> None:
        """See `IndexWriter.remove`."""
        for number in ids:
            self._writer.delete_documents_by_term("id", number)

    def clear(self) -> None:
        """See `IndexWriter.clear`."""
        self._writer.delete_all_documents()


def _stored(document: Document) -> tantivy.Document:
    name = analyse(document.name)
    values: dict[str, object] = {
        "id": document.id,
        "exact": " ".join(name.exact),
        "folded": " ".join(name.folded),
        "bigram": " ".join(name.bigrams),
        "place": " ".join(analyse(document.place).folded),
        "maker": " ".join(analyse(document.maker).folded),
        "body": " ".join(analyse(document.body).folded),
        "region": document.region,
        "province": document.province,
        "old_province": document.old_province,
        "category": list(document.categories),
        "group": document.group,
        "stars": str(document.stars),
        "partner": document.partner,
        "in_stock": "1" if document.in_stock else "0",
        "listed_from": document.listed_from.toordinal(),
        "listed_until": document.listed_until.toordinal(),
        "by_stars": document.stars * 1_000 + int(document.rank * 100),
        "newest": document.listed_from.toordinal(),
        # tantivy multiplies a score by log2(2 + value), not by value.
        "rank": 2**document.rank - 2,
    }
    if document.price is not None:
        values["price"] = document.price
    held = {name: value for name, value in values.items() if value not in ("", [])}
    return tantivy.Document.from_dict(held, _schema())


def _page(searcher: tantivy.Searcher, query: Query, request: SearchRequest) -> tantivy.SearchResult:
    if request.sort in SORTS:
        field, order = SORTS[request.sort]
        return searcher.search(
            query, request.page_size, offset=request.offset, order_by_field=field, order=order
        )
    return searcher.search(query, request.page_size, offset=request.offset, weight_by_field="rank")


def _text_query(words: Analysis, spare: int = 0) -> Query:
    """Match all tokens but ``spare``, anywhere in a product; neighbours in the name count more."""
    tokens = words.tokens[:MAX_TOKENS]
    if not tokens:
        return Query.all_query()
    wanted = len(tokens) - spare
    every = Query.boolean_query([(Occur.Should, _anywhere(token)) for token in tokens], wanted)
    neighbours = [
        (Occur.Should, Query.boost_query(_term("bigram", pair), BIGRAM_BOOST))
        for pair in words.bigrams[: MAX_TOKENS - 1]
    ]
    return Query.boolean_query([(Occur.Must, every), *neighbours])


def _anywhere(token: Token) -> Query:
    """Score a token by the best place where it is found."""
    places = [
        Query.boost_query(_term("folded", token.folded), FOLDED_BOOST),
        Query.boost_query(_term("place", token.folded), PLACE_BOOST),
        _term("maker", token.folded),
        _term("body", token.folded),
    ]
    if token.accented:
        places.append(Query.boost_query(_term("exact", token.exact), EXACT_BOOST))
    return Query.disjunction_max_query(places)


def _beginning(words: Sequence[Token], fields: Mapping[str, float]) -> Query:
    """Match all words, the last one as a beginning, in ``fields`` with their boosts."""
    clauses = [
        Query.disjunction_max_query([_term(field, word.folded) for field in fields])
        for word in words[:-1]
    ]
    # Tokens are letters or digits only, so none of their signs means anything in a pattern.
    last = f"{words[-1].folded}.*"
    begun = [
        Query.boost_query(Query.regex_query(_schema(), field, last), boost)
        for field, boost in fields.items()
    ]
    clauses.append(Query.disjunction_max_query(begun))
    return Query.boolean_query([(Occur.Must, clause) for clause in clauses])


def _filters(request: SearchRequest, on: date) -> dict[str, Query]:
    """Return the filters by the facet that chooses them; ``listed`` is always on."""
    filters = {
        "listed": _listed(on),
        "region": _any_of(region=request.regions),
        "province": _any_of(province=request.provinces, old_province=request.old_provinces),
        "category": _any_of(category=request.categories),
        "group": _any_of(group=request.groups),
        "stars": _any_of(stars=[str(stars) for stars in request.stars]),
        "partner": _any_of(partner=request.partners),
        "price": _priced(request),
        "in_stock": _any_of(in_stock=["1"] if request.in_stock else []),
    }
    return {name: query for name, query in filters.items() if query is not None}


def _listed(on: date) -> Query:
    day = on.toordinal()
    return Query.boolean_query(
        [
            (Occur.Must, _between("listed_from", None, day)),
            (Occur.Must, _between("listed_until", day, None)),
        ]
    )


def _any_of(**chosen: Sequence[str]) -> Query | None:
    sets = [
        (Occur.Should, Query.term_set_query(_schema(), field, list(values)))
        for field, values in chosen.items()
        if values
    ]
    return Query.boolean_query(sets) if sets else None


def _priced(request: SearchRequest) -> Query | None:
    clauses = []
    if request.prices:
        bands = [
            (Occur.Should, _between("price", band.lowest, band.limit, open_end=True))
            for band in request.prices
        ]
        clauses.append((Occur.Must, Query.boolean_query(bands)))
    if request.price_min is not None or request.price_max is not None:
        clauses.append((Occur.Must, _between("price", request.price_min, request.price_max)))
    return Query.boolean_query(clauses) if clauses else None


def _between(
    field: str, lowest: int | None, highest: int | None, *, open_end: bool = False
) -> Query:
    return Query.range_query(
        _schema(), field, FieldType.Integer, lowest, highest, include_upper=not open_end
    )


def _narrowed(text: Query, filters: Mapping[str, Query], *, without: str = "") -> Query:
    """Return ``text`` within the filters, which add nothing to the score."""
    kept = [(Occur.Must, _silent(query)) for name, query in filters.items() if name != without]
    return Query.boolean_query([(Occur.Must, text), *kept])


def _silent(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _facets(
    searcher: tantivy.Searcher, text: Query, filters: Mapping[str, Query]
) -> dict[str, dict[str, int]]:
    """Count the values of each facet; a facet in use is counted without its own filter."""
    together: dict[str, list[str]] = {}
    for name in FACETS:
        own = OWN_FILTERS.get(name, name)
        together.setdefault(own if own in filters else "", []).append(name)
    counted: dict[str, dict] = {}
    for own, names in together.items():
        within = _narrowed(text, filters, without=own)
        counted |= searcher.aggregate(within, {name: _aggregation(name) for name in names})
    return {name: _counts(counted[name]["buckets"]) for name in FACETS}


def _aggregation(name: str) -> dict[str, object]:
    if name != "price":
        return _terms(name, FACET_VALUES)
    bands = [
        {"key": band.value, "from": float(band.lowest)}
        | ({} if band.limit is None else {"to": float(band.limit)})
        for band in PriceBand
    ]
    return {"range": {"field": "price", "ranges": bands}}


def _terms(field: str, size: int) -> dict[str, object]:
    return {"terms": {"field": field, "size": size, "segment_size": FACET_VALUES}}


def _counts(buckets: Sequence[Mapping[str, object]]) -> dict[str, int]:
    return {str(b["key"]): int(b["doc_count"]) for b in buckets if b["doc_count"]}


def _term(field: str, word: str) -> Query:
    return Query.term_query(_schema(), field, word, "freq")
