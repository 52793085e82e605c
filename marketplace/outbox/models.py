"""One row per message that must leave after a commit."""

from django.db import models
from django.db.models import Q

#: After so many failures a message is left for a person to read.
MOST_ATTEMPTS = 12


class OutboxMessage(models.Model):
    """A message to deliver at least once; its handler is safe to repeat."""

    topic = models.CharField(max_length=60)
    #: Names the cause, so that the same cause never writes two messages.
    key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField()
    created_at = models.DateTimeField()
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                name="outbox_waiting", fields=["due_at"], condition=Q(delivered_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"
