"""The Django app of places."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """Label "places"; it needs nothing but Django."""

    name = "catalogue.places"
    label = "places"
    verbose_name = "Địa danh"
