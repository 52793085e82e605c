"""The cms app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """Editorial pages."""

    name = "cms"
    label = "cms"
    verbose_name = _("Chuyện kể")

    def ready(self) -> None:
        """Hear when a site changes its theme."""
        from cms import receivers  # noqa: PLC0415 - models are loaded only now
