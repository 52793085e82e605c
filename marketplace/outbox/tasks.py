"""The relay as a task; with no broker it runs in the process that wrote the message."""

from celery import shared_task
from django.utils import timezone

from marketplace.outbox import delivery


@shared_task(name="outbox.deliver_due")
def deliver_due() -> None:
    """Deliver what is due now."""
    delivery.deliver_due(now=timezone.now())
