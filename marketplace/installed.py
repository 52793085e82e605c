"""The shop as people install it: manifest, service worker, the page that is shown offline."""

import hashlib
import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.kernel.offline import KEEP

#: The colours of the ground, light and dark, as in css/tokens.css.
GROUND = {"light": "#E3EAE3", "dark": "#110D0B"}
#: What the page shown offline is made of; the rest of a page's files is kept as it is met.
SHELL = ("css/shop.css", "js/page.js", "js/offline.js", "icon.svg")
#: How many of each the device keeps; the least lately seen goes first.
MOST_PRODUCTS, MOST_ORDERS, MOST_PICTURES = 20, 5, 120


@cache_control(public=True, max_age=3600)
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Return the web app manifest, in Vietnamese, with the shop's name."""
    with override(settings.LANGUAGE_CODE):
        home, basket = reverse("home"), reverse("basket:summary")
        content = {
            "id": "/",
            "name": settings.SHOP.name,
            "short_name": settings.SHOP.name[:12],
            "description": _("Sản vật có giấy chứng nhận OCOP, do chính người làm bán."),
            "lang": settings.LANGUAGE_CODE,
            "dir": "ltr",
            "start_url": home,
            "scope": "/",
            "display": "standalone",
            "background_color": GROUND["light"],
            "theme_color": GROUND["light"],
            "categories": ["shopping", "food"],
            "icons": [
                _icon("icon-192.png", 192),
                _icon("icon-512.png", 512),
                _icon("icon-maskable-512.png", 512, purpose="maskable"),
            ],
            "shortcuts": [{"name": _("Giỏ hàng"), "url": basket}],
        }
    return JsonResponse(
        content, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


def _icon(name: str, edge: int, *, purpose: str = "any") -> dict[str, str]:
    sizes = f"{edge}x{edge}"
    return {"src": static(name), "sizes": sizes, "type": "image/png", "purpose": purpose}


@cache_control(no_cache=True)
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker; its version is the digest of all that it is made of."""
    values = {
        "static": settings.STATIC_URL,
        "shell": [static(name) for name in SHELL],
        "offline": {language: _offline_url(language) for language, _name in settings.LANGUAGES},
        "stale": {language: _stale_words(language) for language, _name in settings.LANGUAGES},
        "most": {"product": MOST_PRODUCTS, "order": MOST_ORDERS, "picture": MOST_PICTURES},
        "header": KEEP,
    }
    text = render_to_string("service-worker.js", {"values": json.dumps(values)})
    pages = "".join(_offline_page(language) for language, _name in settings.LANGUAGES)
    version = hashlib.sha256((text + pages).encode()).hexdigest()[:12]
    return HttpResponse(
        f'const VERSION = "{version}";\n{text}', content_type="text/javascript; charset=utf-8"
    )


@cache_control(no_cache=True)
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Return the page that is shown when there is no network: nobody's, and whole by itself."""
    return render(request, "offline.html")


def _offline_page(language: str) -> str:
    with override(language):
        return render_to_string("offline.html", {"shop": settings.SHOP})


def _offline_url(language: str) -> str:
    with override(language):
        return reverse("offline")


def _stale_words(language: str) -> str:
    with override(language):
        return _("Đang không có mạng. Đây là bản đã lưu lúc %s: giá và hàng có thể đã khác.")
