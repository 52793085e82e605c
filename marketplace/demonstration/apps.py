"""The demonstration app."""

from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """See the package."""

    name = "marketplace.demonstration"
    label = "demonstration"
