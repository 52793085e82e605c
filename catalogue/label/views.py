"""Answer the addresses of labels: drawn on the fly, from the address alone."""

import re
from collections.abc import Callable
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from catalogue.label.addresses import DIGEST, art_url, edge_url
from catalogue.label.choose import LabelSpec
from catalogue.label.draw import draw_art, draw_edge
from catalogue.label.inks import PRINTINGS, Area

_EDGE = re.compile(r"([A-Z]{2})([0-9])", re.ASCII)
_FOR_EVER = "public, max-age=31536000, immutable"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

# A page of a list asks for a few dozen arts; the busiest ones are then drawn once per process.
_drawn_art = lru_cache(maxsize=256)(draw_art)


@require_safe
def art(request: HttpRequest, digest: str, path: str) -> HttpResponse:
    """Answer one label's art; 404 when the path names nothing that can be drawn."""
    try:
        spec = LabelSpec.from_path(path)
    except ValueError as error:
        raise Http404 from error
    return _answer(request, digest, art_url(spec), lambda: _drawn_art(spec))


@require_safe
def edge(request: HttpRequest, digest: str, name: str) -> HttpResponse:
    """Answer one woven edge; 404 when there is no such area or printing."""
    found = _EDGE.fullmatch(name)
    if found is None or found[1] not in set(Area) or int(found[2]) not in PRINTINGS:
        raise Http404
    area, printing = Area(found[1]), int(found[2])
    return _answer(request, digest, edge_url(area, printing), lambda: draw_edge(area, printing))


def _answer(
    request: HttpRequest, digest: str, address: str, draw: Callable[[], str]
) -> HttpResponse:
    """Send the drawing, or point an address of an older generator to today's."""
    if digest != DIGEST:
        return redirect(address)
    tag = f'"{DIGEST}"'
    response: HttpResponse = HttpResponse(content_type="image/svg+xml")
    unchanged = get_conditional_response(request, etag=tag, response=None)
    if isinstance(unchanged, HttpResponseNotModified):
        response = unchanged
    else:
        response.content = draw().encode()
    response["ETag"] = tag
    response["Cache-Control"] = _FOR_EVER
    response["Content-Security-Policy"] = _POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response
