"""Addresses of the label generator, outside every language prefix."""

from django.urls import re_path

from catalogue.label import views

app_name = "label"

urlpatterns = [
    re_path(
        r"^label/(?P<digest>[0-9a-f]{8})/edge/(?P<name>[A-Z0-9]{3})\.svg$", views.edge, name="edge"
    ),
    re_path(r"^label/(?P<digest>[0-9a-f]{8})/(?P<path>[^?]{1,80})$", views.art, name="art"),
]
