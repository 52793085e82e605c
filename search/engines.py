"""Which engine this installation has, and who answers when it cannot."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings

from search import database
from search.answering import AnsweringEngine
from search.elastic import ElasticEngine
from search.embedded import EmbeddedEngine
from search.engine import EngineDown, EngineUnavailable, Hits, Suggestions
from search.query import SearchRequest

log = logging.getLogger(__name__)

#: After a server did not answer, nobody waits for it again for so long.
REST_SECONDS = 10.0

Answer = TypeVar("Answer")


@dataclass
class _Rest:
    """Until when an engine is left alone, on the monotonic clock."""

    until: float = 0.0

    def __bool__(self) -> bool:
        return time.monotonic() < self.until

    def begin(self) -> None:
        self.until = time.monotonic() + REST_SECONDS


def get_engine() -> AnsweringEngine:
    """Return the engine that the settings name: the server's if it has an address."""
    if settings.ELASTICSEARCH_URL:
        return _elastic(
            settings.ELASTICSEARCH_URL, settings.SEARCH_INDEX_PREFIX, settings.ELASTICSEARCH_SECONDS
        )
    return _embedded(Path(settings.SEARCH_INDEX_FOLDER))


def search(request: SearchRequest, *, on: date, widen: bool = False) -> Hits:
    """Return what the engine finds, or what the database does when the engine cannot answer."""
    return _answer(
        lambda engine: engine.search(request, on=on, widen=widen),
        lambda: database.search(request, on=on),
    )


def suggest(text: str, *, limit: int, on: date) -> Suggestions:
    """Return what the engine suggests, or what the database does when the engine cannot."""
    return _answer(
        lambda engine: engine.suggest(text, limit=limit, on=on),
        lambda: database.suggest(text, limit=limit, on=on),
    )


def is_resting() -> bool:
    """Say whether the engine did not answer a moment ago."""
    return bool(_rest_of(get_engine().name))


def note_down(error: EngineUnavailable) -> None:
    """Leave a server alone for a while after it did not answer."""
    log.warning("search engine: %s", error)
    if isinstance(error, EngineDown):
        _rest_of(get_engine().name).begin()


def _answer(ask: Callable[[AnsweringEngine], Answer], instead: Callable[[], Answer]) -> Answer:
    if not is_resting():
        try:
            return ask(get_engine())
        except EngineUnavailable as error:
            note_down(error)
    return instead()


@lru_cache(maxsize=4)
def _embedded(folder: Path) -> EmbeddedEngine:
    return EmbeddedEngine(folder)


@lru_cache(maxsize=4)
def _elastic(address: str, prefix: str, seconds: float) -> ElasticEngine:
    return ElasticEngine(address, prefix=prefix, seconds=seconds)


@lru_cache(maxsize=4)
def _rest_of(name: str) -> _Rest:
    return _Rest()
