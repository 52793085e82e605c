"""What the bare server core takes and refuses: the index must never need more than this.

Run against the core (`make test` starts it) the refusals hold, too; on a full server, which knows
more, only what is taken is checked.
"""

import secrets

import pytest
from elasticsearch import ApiError, Elasticsearch

from search.elastic import mappings_of_index, settings_of_index

ANALYSERS = ("whitespace", "simple", "keyword")
SHINGLES = ["lowercase", "shingle"]
COUNTED = {"terms": {"field": "stars"}}
TAKEN = {
    "our own index": (mappings_of_index(), settings_of_index()),
    "analysers by name": (
        {"properties": {name: {"type": "text", "analyzer": name} for name in ANALYSERS}},
        {},
    ),
    "prefixes": ({"properties": {"a": {"type": "text", "index_prefixes": {"max_chars": 8}}}}, {}),
    "completion": ({"properties": {"a": {"type": "completion", "analyzer": "whitespace"}}}, {}),
    "a normaliser": ({"properties": {"a": {"type": "keyword", "normalizer": "lowercase"}}}, {}),
    "shingles": (
        {},
        {"analysis": {"analyzer": {"a": {"tokenizer": "standard", "filter": SHINGLES}}}},
    ),
    "another BM25": ({}, {"similarity": {"short": {"type": "BM25", "b": 0.3}}}),
}  # fmt: skip
REFUSED = {
    "asciifolding": (
        {},
        {"analysis": {"analyzer": {"a": {"tokenizer": "standard", "filter": ["asciifolding"]}}}},
    ),
    "whitespace as a type": ({}, {"analysis": {"analyzer": {"a": {"type": "whitespace"}}}}),
    "edge n-grams": ({}, {"analysis": {"analyzer": {"a": {"tokenizer": "edge_ngram"}}}}),
    "search as you type": ({"properties": {"a": {"type": "search_as_you_type"}}}, {}),
    "rank feature": ({"properties": {"a": {"type": "rank_feature"}}}, {}),
    "scaled float": ({"properties": {"a": {"type": "scaled_float", "scaling_factor": 100}}}, {}),
}
QUERIES = {
    "function score": {
        "query": {
            "function_score": {
                "functions": [
                    {"field_value_factor": {"field": "rank"}},
                    {"gauss": {"id": {"origin": 1, "scale": 2}}},
                ]
            }
        }
    },
    "best of several": {"query": {"dis_max": {"queries": [{"term": {"folded": "a"}}]}}},
    "post filter and filtered counts": {
        "post_filter": {"term": {"stars": "4"}},
        "aggs": {"a": {"filter": {"term": {"stars": "4"}}, "aggs": {"v": COUNTED}}},
    },
    "collapse": {"collapse": {"field": "seller"}},
    "fuzzy": {"query": {"fuzzy": {"folded": {"value": "mat", "prefix_length": 1}}}},
}  # fmt: skip
REFUSED_QUERIES = {
    "scripts": {"query": {"script_score": {"query": {"match_all": {}}, "script": {"source": "1"}}}},
    "bucket sort": {
        "aggs": {
            "a": {
                "terms": {"field": "stars"},
                "aggs": {"s": {"bucket_sort": {"sort": [{"_count": "desc"}]}}},
            }
        }
    },
}


@pytest.fixture(scope="module")
def client(server):
    return Elasticsearch(server, request_timeout=60)


@pytest.fixture(scope="module")
def is_core(client):
    """Say whether this is the core alone: it has no module beyond transport and x-pack's two."""
    modules = next(iter(client.nodes.info(metric="plugins")["nodes"].values()))["modules"]
    return not any(module["name"] == "analysis-common" for module in modules)


@pytest.fixture
def create(client):
    """Create an index and delete it afterwards."""
    names = []

    def made(mappings, settings):
        names.append(f"core-{secrets.token_hex(4)}")
        client.indices.create(index=names[-1], mappings=mappings, settings=settings)
        return names[-1]

    yield made
    for name in names:
        client.indices.delete(index=name, ignore_unavailable=True)


@pytest.mark.parametrize("what", TAKEN)
def test_the_core_takes(create, what):
    assert create(*TAKEN[what])


@pytest.mark.parametrize("what", REFUSED)
def test_the_core_refuses(create, is_core, what):
    if not is_core:
        pytest.skip("this server is more than the core")
    with pytest.raises(ApiError) as refused:
        create(*REFUSED[what])
    assert refused.value.status_code == 400


@pytest.mark.parametrize("what", QUERIES)
def test_the_core_answers(client, create, what):
    name = create(mappings_of_index(), settings_of_index())
    assert client.search(index=name, **QUERIES[what])["hits"]["total"]["value"] == 0


@pytest.mark.parametrize("what", REFUSED_QUERIES)
def test_the_core_does_not_answer(client, create, is_core, what):
    if not is_core:
        pytest.skip("this server is more than the core")
    name = create(mappings_of_index(), settings_of_index())
    with pytest.raises(ApiError) as refused:
        client.search(index=name, **REFUSED_QUERIES[what])
    assert refused.value.status_code == 400


def test_a_field_that_is_not_in_the_mapping_is_refused(client, create):
    name = create(mappings_of_index(), settings_of_index())
    with pytest.raises(ApiError) as refused:
        client.index(index=name, document={"folded": "a", "unknown": "b"})
    assert refused.value.status_code == 400
