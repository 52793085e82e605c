"""Where the buyer wants it sent: a province, kept on their device and nowhere else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from marketplace.shipping.queries import Destination, destination_for_slug

COOKIE = "province"
_A_YEAR = 365 * 24 * 3600


def destination_of(request: HttpRequest) -> Destination | None:
    """Return the province that was chosen on this device, None for none or an unknown one."""
    slug = request.COOKIES.get(COOKIE, "")
    return destination_for_slug(slug) if slug else None


def keep_destination(response: HttpResponse, destination: Destination | None) -> None:
    """Keep the choice for a year; None forgets it."""
    if destination is None:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE,
        destination.slug,
        max_age=_A_YEAR,
        samesite="Lax",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
    )
