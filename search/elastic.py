"""The engine on an Elasticsearch server, through the official client. The only file that speaks it.

No script, no plugin and no analysis of the server's is used: tokens come analysed from
`search.fields`, so the same index works on the official image, on Elastic Cloud and on the bare
server core (`tests/integration/search/test_elastic_core.py` holds what that core takes).

An index is a physical one named by the moment of its building, behind an alias that names analysis
and layout. While a rebuild runs, a second alias leads to the new one and writers write to both.
"""

import logging
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from elasticsearch import (
    ApiError,
    ConnectionTimeout,
    Elasticsearch,
    NotFoundError,
    TransportError,
)  # fmt: skip
from elasticsearch import (
    ConnectionError as NoConnection,
)
from elasticsearch.dsl import query as dsl
from elasticsearch.helpers import streaming_bulk

from search import tree
from search.answering import AnsweringEngine
from search.engine import (
    FACETS,
    OWN_FILTERS,
    Document,
    EngineDown,
    Found,
    Hit,
    IndexMissing,
    Look,
    RebuildFailed,
)  # fmt: skip
from search.fields import (
    MATCH_FIELD,
    NUMBER_FIELDS,
    TEXT_FIELDS,
    WORD_FIELDS,
    fields_of,
    index_name,
)
from search.query import MAX_PAGE, MAX_PAGE_SIZE, PriceBand, Sort

log = logging.getLogger(__name__)

#: A shopper waits no longer for the server; then the database answers.
SEARCH_SECONDS = 1.0
WRITE_SECONDS = 30.0
BULK = 500
SORTS: dict[Sort, dict[str, str]] = {
    Sort.CHEAPEST: {"by_cheapest": "asc"},
    Sort.DEAREST: {"by_dearest": "desc"},
    Sort.STARS: {"by_stars": "desc"},
    Sort.NEWEST: {"by_newest": "desc"},
    Sort.BEST_SELLING: {"by_sold": "desc"},
}
PREFIXED = frozenset({"folded", "place", "maker"})


def settings_of_index() -> dict[str, object]:
    """Return the settings: one shard, so that scores and counts are of the whole."""
    return {
        "number_of_shards": 1,
        # A second copy as soon as there is a second node.
        "auto_expand_replicas": "0-1",
        "max_result_window": MAX_PAGE * MAX_PAGE_SIZE,
        # A late write older than a deletion loses for so long.
        "gc_deletes": "1h",
        "max_terms_count": 65_536,
    }


def mappings_of_index() -> dict[str, object]:
    """Return the mapping; a field that is not in it is refused."""
    properties: dict[str, object] = {}
    for name in TEXT_FIELDS:
        field = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
        if name in PREFIXED:
            field |= {"index_prefixes": {"min_chars": 1, "max_chars": 8}}
        properties[name] = field
    properties[MATCH_FIELD] = {
        "type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False,
    }  # fmt: skip
    properties |= {name: {"type": "keyword"} for name in WORD_FIELDS}
    properties |= {name: {"type": "long"} for name in NUMBER_FIELDS}
    properties["rank"] = {"type": "double"}
    return {"dynamic": "strict", "_source": {"enabled": False}, "properties": properties}


class ElasticEngine(AnsweringEngine):
    """A `SearchEngine` on a server; any number of processes write and search."""

    name = "elasticsearch"

    def __init__(
        self, address: str, *, prefix: str = "products", seconds: float = SEARCH_SECONDS
    ) -> None:
        self.alias = index_name(prefix)
        self.building = f"{self.alias}-building"
        #: What the server itself has spent on searches, in milliseconds.
        self.took_ms = 0
        self._client = Elasticsearch(
            address, request_timeout=seconds, max_retries=0, retry_on_timeout=False
        )
        self._writes = self._client.options(request_timeout=WRITE_SECONDS)

    def look(self, look: Look) -> Found:
        """See `SearchEngine.look`."""
        with _translated():
            answer = self._client.search(
                index=self.alias, filter_path="took,hits.total,hits.hits.fields,aggregations",
                **_body(look),
            )  # fmt: skip
        self.took_ms += answer["took"]
        hits = answer["hits"]
        counted = answer.get("aggregations", {})
        return Found(
            tuple(
                Hit(hit["fields"]["id"][0], hit["fields"]["seller"][0])
                for hit in hits.get("hits", ())
            ),
            hits["total"]["value"],
            {name: _counts(counted[name]) for name in look.facets},
        )

    def frequencies(self, field: str, words: Sequence[str]) -> Mapping[str, int]:
        """See `SearchEngine.frequencies`."""
        if not words:
            return {}
        wanted = list(words)
        with _translated():
            answer = self._client.search(
                index=self.alias,
                size=0,
                track_total_hits=False,
                query={"terms": {field: wanted}},
                aggs={"words": {"terms": {"field": field, "include": wanted, "size": len(wanted)}}},
            )
        self.took_ms += answer["took"]
        buckets = answer["aggregations"]["words"]["buckets"]
        return {bucket["key"]: bucket["doc_count"] for bucket in buckets}

    @contextmanager
    def writing(self) -> Iterator["ElasticWriter"]:
        """See `SearchEngine.writing`. Raises `IndexMissing` and `EngineDown`."""
        with _translated():
            if not self._client.indices.exists_alias(name=self.alias):
                raise IndexMissing(f"{self.alias}: run search_rebuild")
            yield ElasticWriter(self._writes, self.targets)

    def targets(self) -> list[str]:
        """Return the aliases that a writer must write to, asked for after its reading."""
        building = self._client.indices.exists_alias(name=self.building)
        return [self.alias, self.building] if building else [self.alias]

    @contextmanager
    def rebuilding(self) -> Iterator["ElasticWriter"]:
        """See `SearchEngine.rebuilding`."""
        moment = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")
        fresh = f"{self.alias}-{moment}-{secrets.token_hex(2)}"
        with _translated():
            self._drop_unfinished()
            self._writes.indices.create(
                index=fresh,
                aliases={self.building: {}},
                mappings=mappings_of_index(),
                settings={**settings_of_index(), "refresh_interval": "-1"},
            )
            try:
                writer = ElasticWriter(self._writes, lambda: [self.building])
                yield writer
                self._finish(fresh, writer)
            except BaseException:
                self._writes.indices.delete(index=fresh, ignore_unavailable=True)
                raise

    def count(self) -> int:
        """See `SearchEngine.count`."""
        with _translated():
            return int(self._client.count(index=self.alias)["count"])

    def digests(self) -> dict[int, int]:
        """See `SearchEngine.digests`."""
        found: dict[int, int] = {}
        after: list[int] | None = None
        with _translated():
            while True:
                answer = self._writes.search(
                    index=self.alias,
                    size=5_000,
                    query={"match_all": {}},
                    sort=[{"id": "asc"}],
                    docvalue_fields=["id", "digest"],
                    search_after=after,
                )
                hits = answer["hits"]["hits"]
                if not hits:
                    return found
                for hit in hits:
                    found[hit["fields"]["id"][0]] = hit["fields"]["digest"][0]
                after = hits[-1]["sort"]

    def refresh(self) -> None:
        """See `SearchEngine.refresh`."""
        with _translated():
            self._writes.indices.refresh(index=self.alias)

    def drop(self) -> None:
        """Delete every index of this analysis; the tests do."""
        with _translated():
            for name in self._indexes():
                self._writes.indices.delete(index=name)

    def _indexes(self) -> list[str]:
        """Return the physical indexes of this analysis and layout, oldest first."""
        ours = re.compile(rf"{re.escape(self.alias)}-\d{{20}}-[0-9a-f]{{4}}")
        names = self._writes.indices.get(index=f"{self.alias}-*", expand_wildcards="open")
        return sorted(name for name in names if ours.fullmatch(name))

    def _drop_unfinished(self) -> None:
        """Delete what a rebuild that died has left."""
        try:
            left = list(self._writes.indices.get_alias(name=self.building))
        except NotFoundError:
            return
        for name in left:
            self._writes.indices.delete(index=name, ignore_unavailable=True)

    def _finish(self, fresh: str, writer: "ElasticWriter") -> None:
        """Verify the new index, let the alias point to it in one step, keep one index back."""
        self._writes.indices.put_settings(index=fresh, settings={"refresh_interval": None})
        self._writes.indices.refresh(index=fresh)
        held = int(self._writes.count(index=fresh)["count"])
        # Writers beside the rebuild may have taken some out or put some in, but not most.
        if writer.sent and not 0.9 <= held / len(writer.sent) <= 1.1:
            raise RebuildFailed(f"{len(writer.sent)} documents were sent, {held} are held")
        older = [name for name in self._indexes() if name != fresh]
        serving = self._serving()
        self._writes.indices.update_aliases(
            actions=[
                *({"remove": {"index": name, "alias": self.alias}} for name in serving),
                {"add": {"index": fresh, "alias": self.alias}},
                {"remove": {"index": fresh, "alias": self.building}},
            ]
        )
        back = serving[-1:] or older[-1:]
        for name in older:
            if name not in back:
                self._writes.indices.delete(index=name)

    def _serving(self) -> list[str]:
        try:
            return sorted(self._writes.indices.get_alias(name=self.alias))
        except NotFoundError:
            return []


class ElasticWriter:
    """An `IndexWriter` that sends whole documents with the version of their reading."""

    def __init__(self, client: Elasticsearch, targets: Callable[[], list[str]]) -> None:
        self._client = client
        self._targets = targets
        self.refused: set[int] = set()
        self.sent: set[int] = set()

    def index(self, documents: Iterable[Document], *, version: int) -> None:
        """See `IndexWriter.index`."""
        chunk: list[Document] = []
        for document in documents:
            chunk.append(document)
            if len(chunk) == BULK:
                self._send(chunk, version)
                chunk = []
        self._send(chunk, version)

    def remove(self, ids: Collection[int], *, version: int) -> None:
        """See `IndexWriter.remove`."""
        actions = [_action("delete", number, version) for number in ids]
        self._bulk(actions)

    def _send(self, documents: Sequence[Document], version: int) -> None:
        actions = []
        for document in documents:
            fields = fields_of(document)
            source = {
                **fields.texts,
                MATCH_FIELD: fields.all,
                **fields.words,
                **fields.numbers,
                "rank": fields.rank,
            }
            actions.append({**_action("index", document.id, version), "_source": source})
            self.sent.add(document.id)
        self._bulk(actions)

    def _bulk(self, actions: Sequence[dict]) -> None:
        if not actions:
            return
        for target in self._targets():
            sent = streaming_bulk(
                self._client, actions, chunk_size=BULK, index=target, require_alias=True,
                raise_on_error=False, raise_on_exception=True,
            )  # fmt: skip
            for done, answer in sent:
                (outcome,) = answer.values()
                gone = "delete" in answer and outcome.get("result") == "not_found"
                if not done and not gone:
                    log.info("refused by the index: %s", outcome)
                    self.refused.add(int(outcome["_id"]))


def _action(kind: str, number: int, version: int) -> dict[str, object]:
    return {"_op_type": kind, "_id": str(number), "version": version,
            "version_type": "external_gte"}  # fmt: skip


@contextmanager
def _translated() -> Iterator[None]:
    """Say in the shop's own words what is wrong with the server."""
    try:
        yield
    except NotFoundError as error:
        raise IndexMissing(str(error)) from error
    except (NoConnection, ConnectionTimeout, TransportError) as error:
        raise EngineDown(str(error)) from error
    except ApiError as error:
        if error.status_code in {429, 502, 503, 504}:
            raise EngineDown(str(error)) from error
        raise


def _body(look: Look) -> dict[str, object]:
    """Return the body of one search."""
    always = {"listed": look.filters["listed"]} if "listed" in look.filters else {}
    chosen = {name: node for name, node in look.filters.items() if name != "listed"}
    query = tree.Every(must=(look.text,), filters=tuple(always.values()))
    body: dict[str, object] = {
        "query": _ranked(_compiled(query)) if look.limit else _compiled(query).to_dict(),
        "size": look.limit,
        "from_": look.offset,
        "source": False,
        "docvalue_fields": ["id", "seller"],
        "track_total_hits": True,
        "track_scores": False,
    }
    if look.sort in SORTS:
        body["sort"] = [SORTS[look.sort]]
    if chosen:
        body["post_filter"] = _compiled(tree.Every(filters=tuple(chosen.values()))).to_dict()
    if look.facets:
        body["aggs"] = _aggregations(look, chosen)
    return body


def _ranked(query: dsl.Query) -> dict:
    factor = {"field_value_factor": {"field": "rank"}}
    return {
        "function_score": {
            "query": query.to_dict(), "functions": [factor], "boost_mode": "multiply",
        }
    }  # fmt: skip


def _compiled(node: tree.Node) -> dsl.Query:  # noqa: PLR0911 - one for each kind of node
    """Return Elasticsearch's query for a node of the tree."""
    match node:
        case tree.Everything():
            return dsl.MatchAll()
        case tree.Term(field, value, boost):
            return dsl.Term(**{field: {"value": value, "boost": boost}})
        case tree.Beginning(field, value, boost):
            return dsl.Prefix(**{field: {"value": value, "boost": boost}})
        case tree.AnyOf(field, values):
            return dsl.Terms(**{field: list(values)})
        case tree.Between(field, lowest, highest, closed):
            upper = "lte" if closed else "lt"
            bounds = {"gte": lowest, upper: highest}
            return dsl.Range(
                **{field: {sign: value for sign, value in bounds.items() if value is not None}}
            )
        case tree.Flat(part, score):
            return dsl.ConstantScore(filter=_compiled(part), boost=score)
        case tree.Best(parts):
            return dsl.DisMax(queries=list(map(_compiled, parts)))
        case tree.Every(must, should, filters, enough):
            clauses = {"must": must, "should": should, "filter": filters}
            compiled = {
                name: list(map(_compiled, parts)) for name, parts in clauses.items() if parts
            }
            return (
                dsl.Bool(**compiled, minimum_should_match=enough)
                if should
                else dsl.Bool(**compiled)
            )


def _aggregations(look: Look, chosen: Mapping[str, tree.Node]) -> dict[str, object]:
    """Count each facet within all chosen filters but its own."""
    aggregations = {}
    for name in look.facets:
        own = OWN_FILTERS.get(name, name)
        others = tuple(node for facet, node in chosen.items() if facet != own)
        counting = _counting(name, look.most_values)
        if others:
            query = _compiled(tree.Every(filters=others)).to_dict()
            counting = {"filter": query, "aggs": {"values": counting}}
        aggregations[name] = counting
    return aggregations


def _counting(name: str, most_values: int) -> dict[str, object]:
    if name != "price":
        return {"terms": {"field": FACETS[name], "size": most_values}}
    bands = [
        {"key": band.value, "from": band.lowest} | ({"to": band.limit} if band.limit else {})
        for band in PriceBand
    ]
    return {"range": {"field": "price", "ranges": bands}}


def _counts(counted: Mapping) -> dict[str, int]:
    buckets = counted.get("values", counted)["buckets"]
    return {str(b["key"]): int(b["doc_count"]) for b in buckets if b["doc_count"]}
