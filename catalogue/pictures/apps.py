"""The Django app of photographs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PicturesConfig(AppConfig):
    """Wagtail's images as this shop keeps them."""

    name = "catalogue.pictures"
    label = "pictures"
    verbose_name = _("Ảnh")
