"""The outbox app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """At least once, never twice."""

    name = "marketplace.outbox"
    label = "outbox"
