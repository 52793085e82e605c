"""What the pages of an order draw."""

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def qr_code(link: str) -> SafeString:
    """Return ``link`` as the drawing of a QR code, dark on white, which scanners expect."""
    code = segno.make(link, error="m", micro=False)
    # Nothing but numbers and the colours named here are in it.
    drawing = code.svg_inline(
        omitsize=True, border=4, light="#fff", dark="#000", svgclass="qr__code", lineclass=None
    )
    return mark_safe(drawing)  # noqa: S308 - see above
