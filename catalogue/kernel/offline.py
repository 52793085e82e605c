"""Which pages a device may keep to show them without a network; the service worker asks this."""

from typing import Literal

from django.http import HttpResponse

#: The header by which a page allows that the device keeps it, and as what.
KEEP = "X-Keep-Offline"


def keep_offline(response: HttpResponse, kind: Literal["product", "order"]) -> HttpResponse:
    """Allow the service worker to keep this page, and return it. Without this none is kept."""
    response[KEEP] = kind
    return response
