"""Filters that every page of the shop may need."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalogue.kernel.glue import glue as glue_text

register = template.Library()


@register.filter
def dong(amount: int | None) -> str:
    """Write whole đồng as the reader's language does: ``125.000 ₫`` or ``₫125,000``.

    The space is a no-break one; no amount is no text.
    """
    if amount is None:
        return ""
    grouped = f"{int(amount):,}"
    if (get_language() or "vi").startswith("vi"):
        return f"{grouped.replace(',', '.')}\u00a0₫"
    return f"-₫{grouped[1:]}" if amount < 0 else f"₫{grouped}"


@register.filter
def glue(text: str) -> str:
    """Hold the syllables of one word together; see `catalogue.kernel.glue`."""
    return glue_text(str(text))


@register.simple_tag
def printed(template_name: str, /, **values: Any) -> SafeString:
    """Include a template with ``values`` only, and print equal ones once a process.

    For small parts that stand on a page by the dozen: cards, boxes of a filter. The template may
    use nothing but ``values``, which are hashable, and the language: no request, no token. Other
    values are another print, so nothing is ever out of date.
    """
    # The type is part of the key: a safe string equals the same unsafe one.
    given = tuple((key, value, type(value)) for key, value in values.items())
    return _print(get_template(template_name).template, given, get_language())


@lru_cache(maxsize=8_192)
def _print(
    part: template.Template, given: tuple[tuple[str, Any, type], ...], language: str | None
) -> SafeString:
    # The language is active already; here it only tells one print from another.
    del language
    return part.render(template.Context({key: value for key, value, _ in given}))
