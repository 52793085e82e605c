"""The engines, each empty; the server's only where there is one."""

import os
import secrets

import pytest

from search.elastic import ElasticEngine
from search.embedded import EmbeddedEngine

REASON = "no Elasticsearch: make test starts one, or set ELASTICSEARCH_URL"


@pytest.fixture
def embedded(tmp_path):
    """Return an embedded engine on a folder of its own."""
    return EmbeddedEngine(tmp_path / "index")


@pytest.fixture(scope="session")
def server():
    """Return the address of a real Elasticsearch server."""
    address = os.environ.get("ELASTICSEARCH_URL")
    if not address:
        pytest.skip(REASON)
    return address


@pytest.fixture(scope="session")
def server_engine(server):
    """Return an engine on the server under a name of its own; a busy machine may take its time."""
    engine = ElasticEngine(server, prefix=f"test-{secrets.token_hex(4)}", seconds=60)
    yield engine
    engine.drop()


@pytest.fixture
def elasticsearch(server_engine):
    """Return the engine on the server, its index new and empty."""
    with server_engine.rebuilding():
        pass
    return server_engine
