"""Light or dark: by the reader's device, or as the reader says."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

SCHEMES = ("light", "dark")
COOKIE = "scheme"
_A_YEAR = 365 * 24 * 3600


def scheme_of(request: HttpRequest) -> str:
    """Return ``light`` or ``dark``, or "" to follow the device."""
    scheme = request.COOKIES.get(COOKIE, "")
    return scheme if scheme in SCHEMES else ""


@require_POST
def choose_scheme(request: HttpRequest) -> HttpResponse:
    """Keep the choice on the reader's device and go back; anything else follows the device."""
    response = redirect(_way_back(request))
    scheme = request.POST.get(COOKIE, "")
    if scheme in SCHEMES:
        response.set_cookie(
            COOKIE, scheme, max_age=_A_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response


def _way_back(request: HttpRequest) -> str:
    address = request.headers.get("referer", "")
    ours = url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else reverse("home")
