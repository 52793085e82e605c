"""The certification app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificationConfig(AppConfig):
    """OCOP certificates and their changes."""

    name = "catalogue.certification"
    label = "certification"
    verbose_name = _("Chứng nhận OCOP")
