"""The relay: leases what is due, hands it to its handler, and remembers how it went."""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q

from marketplace.outbox.handlers import handler_for
from marketplace.outbox.models import MOST_ATTEMPTS, OutboxMessage

logger = logging.getLogger(__name__)

#: Longer than any handler runs: a worker that dies holds its messages up this long, no more.
LEASE = timedelta(seconds=60)
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=6)
BATCH = 50


def deliver_due(*, now: datetime) -> int:
    """Deliver every message that is due at ``now`` and return how many were delivered.

    At least once: a handler may run again when its worker died before the row was marked. A
    failure is written on the row and tried later; it never reaches the caller.
    """
    delivered = 0
    while leased := _lease(now=now):
        delivered += sum(_deliver(message, now=now) for message in leased)
    return delivered


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after the given number of failed attempts: doubled, at most 6 h."""
    return min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)


@transaction.atomic
def _lease(*, now: datetime) -> list[OutboxMessage]:
    # PostgreSQL skips what another worker holds; SQLite has one writer at a time anyway.
    skip = connection.features.has_select_for_update_skip_locked
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
    messages = list(
        OutboxMessage.objects.filter(
            free, delivered_at__isnull=True, due_at__lte=now, attempts__lt=MOST_ATTEMPTS
        ).select_for_update(skip_locked=skip)[:BATCH]
    )
    OutboxMessage.objects.filter(pk__in=[message.pk for message in messages]).update(
        leased_until=now + LEASE, attempts=F("attempts") + 1
    )
    return messages


def _deliver(message: OutboxMessage, *, now: datetime) -> bool:
    # Counted up with every lease: when this one ended while the batch was being worked off and
    # another worker took the message, the count is not ours any more, and it is left to them.
    attempt = message.attempts + 1
    row = OutboxMessage.objects.filter(pk=message.pk, attempts=attempt, delivered_at__isnull=True)
    if not row.exists():
        return False
    try:
        handler_for(message.topic)(message.payload, now)
    except Exception as error:  # whatever a handler raises, the others' messages go on
        logger.exception("outbox: %s was not delivered", message.key)
        row.update(
            leased_until=None,
            due_at=now + pause_after(attempt),
            last_error=f"{type(error).__name__}: {error}"[:2000],
        )
        return False
    row.update(delivered_at=now, leased_until=None, last_error="")
    return True
