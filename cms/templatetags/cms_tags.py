"""Where a page of the catalogue shows what the cms knows."""

from django import template
from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from catalogue.kernel.slug import slugify
from cms import queries
from cms.home import all_patches
from cms.theming import active_theme

MAP_KEPT_FOR = 300

register = template.Library()


@register.simple_tag
def stories_of_product(product_id: int) -> list[queries.StoryTeaser]:
    """Return the stories about a product."""
    return queries.stories_of_product(product_id=product_id)


@register.simple_tag
def stories_of_partner(partner_id: int) -> list[queries.StoryTeaser]:
    """Return the stories about a partner's goods."""
    return queries.stories_of_partner(partner_id=partner_id)


@register.simple_tag
def cloth_map(province_name: str) -> SafeString:
    """Return the cloth map with one province marked; the same for everybody, so it is kept."""
    language = get_language() or "vi"
    key = f"cloth-map-{active_theme()}-{language}-{slugify(province_name)}"
    return cache.get_or_set(key, lambda: _draw_map(province_name), MAP_KEPT_FOR)


def _draw_map(province_name: str) -> SafeString:
    context = {"patches": all_patches(on=timezone.localdate()), "chosen": province_name}
    return render_to_string("components/cloth_map.html", context)
