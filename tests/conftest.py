"""What every test may count on."""

from datetime import date
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from catalogue.kernel import generations
from search.engines import get_engine

_TESTS = count()


def pytest_configure():
    """Make the folder of collected files, which is empty here; its absence would be a warning."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    """Give each test an index folder of its own; nothing is made before it is asked for."""
    settings.SEARCH_INDEX_FOLDER = tmp_path / "index"


@pytest.fixture(autouse=True)
def own_cache(settings, worker_id):
    """Give each test a cache of its own: Oscar keeps addresses by number, and those come again."""
    prefix = f"{worker_id}-{next(_TESTS)}-"
    settings.CACHES = {
        name: {**cache, "KEY_PREFIX": f"{name}-{prefix}"} for name, cache in settings.CACHES.items()
    }


@pytest.fixture(autouse=True)
def no_kept_pages():
    """Make the pages of the test before old: its rows are gone without a write that tells of it."""
    generations.change(generations.LISTS)


@pytest.fixture
def engine():
    """Return the engine on this test's folder."""
    return get_engine()


@pytest.fixture
def today(monkeypatch):
    """Return a day that does not move; at the edges of the system it is that day, too."""
    day = date(2026, 11, 22)
    monkeypatch.setattr(timezone, "localdate", lambda *_: day)
    return day
