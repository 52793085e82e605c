"""The cms app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Editorial pages."""

    name = "cms"
    label = "cms"
    verbose_name = _("Chuyện kể")
