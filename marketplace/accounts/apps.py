"""The accounts app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users and their roles."""

    name = "marketplace.accounts"
    label = "accounts"
    verbose_name = _("Tài khoản")
