"""Addresses of photographs, outside every language prefix."""

from django.urls import re_path

from catalogue.pictures import views
from catalogue.pictures.photograph import FORMATS, WIDTHS

app_name = "pictures"

urlpatterns = [
    re_path(
        rf"^pictures/(?P<digest>[0-9a-f]{{16}})/(?P<shape>{'|'.join(WIDTHS)})"
        rf"-(?P<width>[0-9]{{3,4}})\.(?P<file_format>{'|'.join(FORMATS)})$",
        views.picture,
        name="picture",
    ),
]
