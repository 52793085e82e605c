"""Deliver by hand what the outbox holds."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from marketplace.outbox.delivery import deliver_due
from marketplace.outbox.queries import dead_messages


class Command(BaseCommand):
    help = "Deliver the messages of the outbox that are due, and say how many were given up."

    def handle(self, **_options):
        delivered = deliver_due(now=timezone.now())
        self.stdout.write(f"{delivered} delivered, {dead_messages().count()} given up")
