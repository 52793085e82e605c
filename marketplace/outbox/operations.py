"""Writing messages, in the transaction that causes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from marketplace.outbox.models import OutboxMessage
from marketplace.outbox.tasks import deliver_due


@dataclass(frozen=True, slots=True)
class NewMessage:
    """What is to be delivered: a topic, a key that names the cause, and JSON."""

    topic: str
    key: str
    payload: dict[str, Any]


def write_message(*, topic: str, key: str, payload: dict[str, Any], now: datetime) -> None:
    """Write one message in the caller's transaction; the same ``key`` twice is one row."""
    write_messages(messages=[NewMessage(topic, key, payload)], now=now)


def write_messages(*, messages: Sequence[NewMessage], now: datetime) -> None:
    """Write messages in the caller's transaction, in one statement; a known key is left alone.

    After the commit the relay is nudged. The nudge may be lost, the rows are not: the timetable
    calls the relay every 30 seconds, too. A broker that is down never fails the caller.
    """
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                topic=message.topic,
                key=message.key,
                payload=message.payload,
                created_at=now,
                due_at=now,
            )
            for message in messages
        ],
        ignore_conflicts=True,
    )
    transaction.on_commit(deliver_due.delay, robust=True)
