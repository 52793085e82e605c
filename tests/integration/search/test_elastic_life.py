"""The life of an index on a server: versions, rebuilds, and a server that is not there."""

import socket
import threading
import time

import pytest

from search.elastic import ElasticEngine
from search.engine import EngineDown, IndexMissing, RebuildFailed
from search.query import SearchRequest
from tests.factories.documents import TODAY, make_document


def names(engine):
    return engine._indexes()


def test_a_late_or_repeated_write_never_wins(elasticsearch):
    with elasticsearch.writing() as writer:
        writer.index([make_document(1, "Chè mới")], version=9)
    with elasticsearch.writing() as late:
        late.index([make_document(1, "Chè cũ")], version=8)
        late.remove([1], version=7)
    assert late.refused == {1}
    with elasticsearch.writing() as again:
        again.index([make_document(1, "Chè mới")], version=9)
    assert again.refused == set()
    elasticsearch.refresh()
    assert elasticsearch.search(SearchRequest(q="cũ"), on=TODAY).ids == ()
    assert elasticsearch.search(SearchRequest(q="mới"), on=TODAY).ids == (1,)


def test_what_was_taken_out_is_not_brought_back_by_a_late_write(elasticsearch):
    elasticsearch.index([make_document(1)], version=3)
    elasticsearch.remove([1], version=5)
    with elasticsearch.writing() as late:
        late.index([make_document(1)], version=4)
    elasticsearch.refresh()
    assert (late.refused, elasticsearch.count()) == ({1}, 0)


def test_what_is_written_during_a_rebuild_is_in_the_new_index_too(elasticsearch):
    elasticsearch.index([make_document(1, "Chè"), make_document(2, "Mật ong")], version=1)
    with elasticsearch.rebuilding() as rebuild:
        with elasticsearch.writing() as beside:
            beside.index([make_document(1, "Chè mới")], version=3)
            beside.remove([2], version=3)
        # The rebuild read these before the others were written.
        rebuild.index([make_document(1, "Chè"), make_document(2, "Mật ong")], version=2)
        rebuild.index([make_document(number) for number in range(3, 40)], version=2)
    assert set(elasticsearch.digests()) == {1, *range(3, 40)}
    assert elasticsearch.search(SearchRequest(q="mới"), on=TODAY).ids == (1,)


def test_searches_go_on_without_a_gap_while_the_alias_moves(elasticsearch):
    elasticsearch.index([make_document(1)], version=1)
    stop, seen, failed = threading.Event(), [], []

    def look():
        while not stop.is_set():
            try:
                seen.append(elasticsearch.search(SearchRequest(q="chè"), on=TODAY).total)
            except Exception as error:  # noqa: BLE001 - any failure is what is looked for
                failed.append(error)

    searching = threading.Thread(target=look)
    searching.start()
    for version in range(2, 5):
        with elasticsearch.rebuilding() as writer:
            writer.index([make_document(1)], version=version)
    stop.set()
    searching.join()
    assert (failed, set(seen)) == ([], {1})


def test_one_index_is_kept_back_and_no_more(elasticsearch):
    for version in (1, 2, 3):
        with elasticsearch.rebuilding() as writer:
            writer.index([make_document(1)], version=version)
        assert len(names(elasticsearch)) == 2
    assert elasticsearch._serving() == names(elasticsearch)[-1:]


def test_a_new_index_that_lacks_what_was_sent_does_not_serve(elasticsearch):
    elasticsearch.index([make_document(1)], version=1)
    before = names(elasticsearch)

    def lose_most():
        with elasticsearch.rebuilding() as writer:
            writer.index([make_document(number) for number in range(1, 9)], version=2)
            writer.remove(range(1, 7), version=3)

    with pytest.raises(RebuildFailed):
        lose_most()
    assert (names(elasticsearch), elasticsearch.count()) == (before, 1)


def test_what_a_killed_rebuild_left_is_removed_by_the_next(elasticsearch):
    rebuild = elasticsearch.rebuilding()
    rebuild.__enter__()
    left = elasticsearch._client.indices.get_alias(name=elasticsearch.building)
    with elasticsearch.rebuilding() as writer:
        writer.index([make_document(1)], version=1)
    assert not set(left) & set(names(elasticsearch))


def test_an_index_of_another_analysis_is_not_asked(server):
    other = ElasticEngine(server, prefix="never-built", seconds=60)
    for ask in (
        lambda: other.search(SearchRequest(q="chè"), on=TODAY),
        lambda: other.index([make_document(1)]),
        other.count,
    ):
        with pytest.raises(IndexMissing):
            ask()
    assert not other._client.indices.get(index=f"{other.alias}*").body


def test_a_server_that_does_not_answer_is_given_up_after_a_second():
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        engine = ElasticEngine(f"http://127.0.0.1:{mute.getsockname()[1]}")
        began = time.monotonic()
        with pytest.raises(EngineDown):
            engine.search(SearchRequest(q="chè"), on=TODAY)
        assert time.monotonic() - began < 2
