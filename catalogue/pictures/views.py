"""Answer the addresses of photographs: drawn when first asked for, then kept for ever."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from catalogue.pictures.models import Picture, PictureRendition

_FOR_EVER = "public, max-age=31536000, immutable"
_FILTERS = {"square": "fill-{0}x{0}|format-{1}", "whole": "width-{0}|format-{1}"}


@require_safe
def picture(
    request: HttpRequest, digest: str, shape: str, width: str, file_format: str
) -> FileResponse:
    """Send one size and format of a picture; 404 for any that no page would ask for."""
    found = Picture.objects.filter(digest=digest).order_by("pk").first()
    if found is None or int(width) not in found.photograph.widths(shape):
        raise Http404
    rendition = _drawn(found, _FILTERS[shape].format(width, file_format))
    response = FileResponse(rendition.file.open("rb"), content_type=f"image/{file_format}")
    response["Cache-Control"] = _FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _drawn(found: Picture, spec: str) -> PictureRendition:
    try:
        return found.get_rendition(spec)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        raise Http404 from error
