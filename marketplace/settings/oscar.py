"""Oscar's settings; the one star import, then every value of ours."""

from oscar.defaults import *

OSCAR_SHOP_NAME = "Chợ Phiên"
OSCAR_SHOP_TAGLINE = ""
OSCAR_HOMEPAGE = "/"
OSCAR_DEFAULT_CURRENCY = "VND"
OSCAR_CURRENCY_FORMAT = {"VND": {"format": "#,##0\xa0¤"}}
OSCAR_SLUG_FUNCTION = "catalogue.kernel.slug.slugify"
OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_REQUIRED_ADDRESS_FIELDS = ("last_name", "line1", "line4", "state", "phone_number")
OSCAR_OFFER_ROUNDING_FUNCTION = "catalogue.kernel.money.round_for_offer"
OSCAR_INITIAL_ORDER_STATUS = "placed"
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_THUMBNAILER = "catalogue.pictures.thumbnails.PictureThumbnailer"
# Mail never leaves inside the transaction that places an order.
OSCAR_EAGER_ALERTS = False
OSCAR_PRODUCTS_PER_PAGE = 24
OSCAR_BASKET_COOKIE_OPEN = "basket"

# Oscar imports Haystack, so it is silenced, not removed: search/ answers every list.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}}
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.BaseSignalProcessor"
