"""Reading the outbox."""

from django.db.models import QuerySet

from marketplace.outbox.models import MOST_ATTEMPTS, OutboxMessage


def dead_messages() -> QuerySet[OutboxMessage]:
    """Return the messages that failed so often that the relay gave them up."""
    return OutboxMessage.objects.filter(delivered_at__isnull=True, attempts__gte=MOST_ATTEMPTS)
