"""Measure the search: what is found in the judged set, and how quickly among many products.

Prints one JSON object on its last line. The server is asked only where ELASTICSEARCH_URL leads to
one. Speed is processor time of the asking thread for the embedded engine, which the machine's
other work does not lengthen, and the server's own ``took`` for Elasticsearch.
"""

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import django

COUNTS = (20_000, 200_000)
FACETS = ("province", "category", "stars", "price")
GOALS = {"no accents": 0.95, "typo": 0.90, "synonym": 0.90, "english": 0.90}
EMBEDDED_P95, SERVER_P95, GROWTH = 5.0, 25.0, 3.0


def main() -> None:
    """Print tables while measuring, then the result."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.ours")
    django.setup()
    from django.utils import timezone  # noqa: PLC0415 (after django.setup)

    from bench.search.corpus import generated, load_judged, register_documents  # noqa: PLC0415

    on = timezone.localdate()
    documents, references = register_documents(on)
    engines = make_engines()
    result: dict = {"relevance": relevance(engines, documents, references, load_judged(), on)}
    queries = load_judged()
    counts = [int(count) for count in sys.argv[1:]] or COUNTS
    result["speed"] = {
        name: {
            str(count): speed(engine, generated(documents, count), count, queries, on)
            for count in counts
        }
        for name, engine in engines.items()
    }
    for engine in engines.values():
        if engine.name == "elasticsearch":
            engine.drop()
    print(json.dumps(result))


def make_engines() -> dict:
    """Return the engines there are, by name."""
    from search.elastic import ElasticEngine  # noqa: PLC0415
    from search.embedded import EmbeddedEngine  # noqa: PLC0415

    engines: dict = {"embedded": EmbeddedEngine(Path(tempfile.mkdtemp()))}
    if address := os.environ.get("ELASTICSEARCH_URL"):
        engines["elasticsearch"] = ElasticEngine(address, prefix="bench", seconds=60)
    else:
        print("Elasticsearch: not measured, ELASTICSEARCH_URL is not set")
    return engines


def relevance(
    engines: dict, documents: list, references: dict[int, str], judged: list[dict], on: date
) -> dict:
    """Return the scores by engine and class; what is not listed that day is not asked for."""
    from bench.search.peers import PlainEngine, accents_kept, folded  # noqa: PLC0415
    from bench.search.relevance import score  # noqa: PLC0415
    from search.query import SearchRequest  # noqa: PLC0415

    listed = {references[document.id] for document in documents}
    rows = [{**row, "answers": [a for a in row["answers"] if a in listed]} for row in judged]
    rows = [row for row in rows if row["answers"]]
    finders: dict = {}
    for name, engine in engines.items():
        with engine.rebuilding() as writer:
            writer.index(documents, version=1)
        finders[name] = lambda text, engine=engine: list(
            engine.search(SearchRequest(q=text), on=on).ids
        )
    finders["accents kept"] = PlainEngine(documents, accents_kept).find
    finders["folded only"] = PlainEngine(documents, folded).find
    scores = {
        name: score(rows, lambda text, find=find: [references[number] for number in find(text)])
        for name, find in finders.items()
    }
    print(f"\nJudged set, {len(rows)} queries: precision at 10, success at 1, share without answer")
    print(f"{'class':<12}{'n':>4}" + "".join(f"{name:>24}" for name in scores))
    for kind, ours in scores["embedded"].items():
        cells = (scores[name][kind] for name in scores)
        print(
            f"{kind:<12}{ours.queries:>4}"
            + "".join(f"{c.precision:>11.2f} {c.success:.2f} {c.empty:.2f}  " for c in cells)
        )
    return {
        name: {kind: asdict(one) for kind, one in by_class.items()}
        for name, by_class in scores.items()
    }


def speed(engine, documents, count: int, judged: list[dict], on: date) -> dict:
    """Fill ``engine`` with ``count`` documents; return rates, times by class, and memory."""
    ready = list(documents)
    began = time.monotonic()
    with engine.rebuilding() as writer:
        writer.index(ready, version=1)
    rate = count / (time.monotonic() - began)
    del ready
    print(f"\n{engine.name}, {count} products: {rate:.0f} indexed a second")
    classes = by_class(judged)
    times = {}
    for kind, requests in classes.items():
        ask(engine, requests[0], on)
        spent = sorted(ask(engine, request, on) for request in requests)
        p50, p95 = statistics.median(spent), spent[int(len(spent) * 0.95)]
        times[kind] = {"p50": round(p50, 2), "p95": round(p95, 2)}
        print(f"  {kind:<12} p50 {p50:7.2f} ms   p95 {p95:7.2f} ms")
    memory = memory_of(engine)
    print(f"  memory {memory:.0f} MB")
    return {"indexed_per_second": round(rate), "ms": times, "memory_mb": round(memory)}


def by_class(judged: list[dict]) -> dict:
    """Return the requests to time, by class; three more that are not of the judged set."""
    from search.query import SearchRequest, Sort  # noqa: PLC0415

    classes: dict[str, list] = {}
    for row in judged:
        classes.setdefault(row["class"], []).append(SearchRequest(q=row["query"]))
    plain = classes["no accents"]
    chosen = {"stars": (4, 5), "in_stock": True, "price_min": 50_000}
    return {
        **classes,
        "filtered": [replace(request, **chosen) for request in plain],
        "by price": [replace(request, sort=Sort.CHEAPEST) for request in plain],
        "everything": [SearchRequest(page=page) for page in range(1, 21)],
    }


def ask(engine, request, on: date) -> float:
    """Return the milliseconds of one search with the facets of the goal."""
    engine.counted = FACETS
    if engine.name == "embedded":
        began = time.thread_time()
        engine.search(request, on=on)
        return (time.thread_time() - began) * 1_000
    engine.took_ms = 0
    engine.search(request, on=on)
    return float(engine.took_ms)


def memory_of(engine) -> float:
    """Return megabytes: of this process, or of the server's heap and off-heap memory."""
    if engine.name == "embedded":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    (node,) = engine._client.nodes.stats(metric="jvm")["nodes"].values()
    memory = node["jvm"]["mem"]
    return (memory["heap_used_in_bytes"] + memory["non_heap_used_in_bytes"]) / 2**20


if __name__ == "__main__":
    main()
