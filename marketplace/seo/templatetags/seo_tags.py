"""The tag that fills the head of every page with what is said outside."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.safestring import SafeString, mark_safe

from marketplace.seo.pages import describe_page
from marketplace.seo.structured_data import as_script

register = template.Library()


@register.inclusion_tag("seo/head.html", takes_context=True)
def found_from_outside(context: Context) -> dict[str, Any]:
    """Print canonical address, languages, share picture and data of a public page.

    Title and description are the page's own blocks, so that they are written once.
    """
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    facts = match and describe_page(match.view_name, request.path, context.flatten())
    if not facts:
        return {}
    return {
        "facts": facts,
        "site_url": settings.SITE_URL,
        "shop_name": settings.SHOP.name,
        "title": mark_safe(_block(context, "title").rsplit(" | ", 1)[0]),  # noqa: S308
        "description": _block(context, "description"),
        "default_language": facts.languages.get(settings.LANGUAGE_CODE),
        "locale": {"vi": "vi_VN", "en": "en_US"}.get(context.get("LANGUAGE_CODE", "vi"), "vi_VN"),
        "data": as_script(facts.data) if facts.data else "",
    }


def _block(context: Context, name: str) -> SafeString:
    """Render a block of the page once more, for an attribute; "" where there is none."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    block = blocks and blocks.get_block(name)
    text = block.render(context).strip() if block else ""
    # The page has escaped its values already; only quotes of the template itself are left.
    return mark_safe(text.replace('"', "&quot;"))  # noqa: S308
