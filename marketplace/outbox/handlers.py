"""Who delivers what: a registry that the apps above fill in their ``ready()``."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

#: Takes the payload and the time; raises to be called again later; safe to repeat.
Handler = Callable[[dict[str, Any], datetime], None]

_handlers: dict[str, Handler] = {}


class NoHandler(LookupError):
    """Nobody registered for a topic; its messages wait and are tried again."""


def register(topic: str, handler: Handler) -> None:
    """Let ``handler`` deliver the messages of ``topic``; the last to register stands."""
    _handlers[topic] = handler


def handler_for(topic: str) -> Handler:
    """Return the handler of ``topic``. Raises `NoHandler`."""
    try:
        return _handlers[topic]
    except KeyError:
        raise NoHandler(topic) from None
