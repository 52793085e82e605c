"""The app of what search engines and social networks are told."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SeoConfig(AppConfig):
    """No tables; it brings the template tag of every page's head."""

    name = "marketplace.seo"
    label = "seo"
    verbose_name = _("Tìm thấy từ bên ngoài")
