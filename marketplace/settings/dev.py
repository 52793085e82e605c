"""The demonstration and development: everything in the process, no service needed."""

from django.utils.translation import gettext_noop as _

from marketplace.settings.base import *
from marketplace.settings.environment import env

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "demonstration-only-not-for-production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["*"])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files come straight from the themes and packages: nothing is collected first.
WHITENOISE_USE_FINDERS = True

#: Accounts that `load_demonstration` makes, shown beside the login form.
DEMONSTRATION_PASSWORD = "cho-phien-2026"
DEMONSTRATION_ACCOUNTS = [
    (label, f"{name}@demo.example", DEMONSTRATION_PASSWORD)
    for label, name in (
        (_("Người mua"), "buyer"),
        ("Hợp tác xã Chè Suối Giàng (Lào Cai)", "hop-tac-xa-che-suoi-giang"),
        ("Hợp tác xã NN & DV Nam Yang (Gia Lai)", "hop-tac-xa-nn-dv-nam-yang"),
        ("Hợp tác xã Cần Giờ Tương Lai (TP. Hồ Chí Minh)", "hop-tac-xa-can-gio-tuong-lai"),
        (_("Người điều hành (CMS, Oscar)"), "operator"),
    )
]
