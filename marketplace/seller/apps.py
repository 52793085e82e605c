"""The seller app."""

from django.apps import AppConfig


class SellerConfig(AppConfig):
    """See the package."""

    name = "marketplace.seller"
    label = "seller"
