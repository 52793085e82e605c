"""Django's Redis cache with one client for all questions.

Django makes a client anew for each question, which takes longer than the question itself.
"""

from functools import cache
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient


class _OneClient(RedisCacheClient):
    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        pool = self._get_connection_pool(write)
        return _client_on(self._client, pool)


@cache
def _client_on(make: Any, pool: Any) -> Any:
    # Clients are safe to share between threads; the pool behind them hands out connections.
    return make(connection_pool=pool)


class OneClientRedisCache(RedisCache):
    """As Django's, with one client kept for each pool of connections."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = _OneClient
