"""What only the embedded engine has: a folder, a lock, and an index of another version in it."""

import pytest

from search.embedded import EmbeddedEngine
from search.engine import IndexBusy, IndexMissing
from search.fields import index_name
from tests.factories.documents import make_document


@pytest.fixture
def shelf(engine):
    """Return an engine that holds five goods."""
    engine.index(make_document(number) for number in range(1, 6))
    return engine


def test_an_error_while_writing_undoes_all_of_it(shelf):
    def fail_half_way():
        with shelf.writing() as writer:
            writer.remove([1, 2], version=1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert shelf.count() == 5


def test_a_second_writer_is_refused_and_the_lock_is_given_back(shelf):
    with shelf.writing(), pytest.raises(IndexBusy):
        shelf.index([make_document(9)])
    shelf.index([make_document(9)])
    assert shelf.count() == 6


def test_another_process_sees_a_commit_at_once(shelf):
    reader = EmbeddedEngine(shelf.folder.parent)
    assert reader.count() == 5
    shelf.remove([5])
    assert reader.count() == 4


def test_the_folder_is_named_after_analysis_and_layout(settings, engine):
    assert engine.folder == settings.SEARCH_INDEX_FOLDER / index_name()
    assert index_name().startswith("products-v2-")


def test_beside_the_index_of_another_analysis_nothing_is_answered_before_a_rebuild(tmp_path):
    (tmp_path / "products-v1-0badcafe").mkdir()
    engine = EmbeddedEngine(tmp_path)
    for ask in (engine.count, lambda: engine.index([make_document(1)])):
        with pytest.raises(IndexMissing):
            ask()
    with engine.rebuilding() as writer:
        writer.index([make_document(1)], version=1)
    assert engine.count() == EmbeddedEngine(tmp_path).count() == 1
    assert not (tmp_path / "products-v1-0badcafe").exists()
