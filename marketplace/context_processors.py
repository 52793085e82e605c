"""What every page of the shop is given."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from catalogue.languages import active_language, path_in
from catalogue.places.models import Region
from cms.home import REGION_AREAS, MenuLink, counter_links
from cms.operations import STORY_INDEX_SLUG
from cms.theming import active_theme, stylesheet_of
from marketplace.appearance import scheme_of

REGIONS_KEPT_FOR = 300


def shop(request: HttpRequest) -> dict[str, Any]:
    """Return name and owner of the shop, dress, menu, regions, basket count, other language.

    No query for a visitor without basket and session; the regions are kept for five minutes.
    """
    language = active_language()
    return {
        "shop": settings.SHOP,
        "scheme": scheme_of(request),
        "theme_stylesheet": stylesheet_of(active_theme()),
        "menu": counter_links(),
        "regions": cache.get_or_set(
            f"menu-regions-{language}", lambda: _regions(language), REGIONS_KEPT_FOR
        ),
        "stories_url": reverse("wagtail_serve", args=[f"{STORY_INDEX_SLUG}/"]),
        "basket_count": _basket_count(request),
        "other_languages": _other_languages(request.get_full_path(), language),
    }


def _regions(language: str) -> tuple[MenuLink, ...]:
    return tuple(
        MenuLink(
            name=region.name_in(language),
            url=reverse("region", kwargs={"slug": region.slug}),
            areas=REGION_AREAS[region.position],
        )
        for region in Region.objects.order_by("position")
    )


def _basket_count(request: HttpRequest) -> int:
    has_basket = settings.OSCAR_BASKET_COOKIE_OPEN in request.COOKIES
    user = getattr(request, "user", None)
    if not hasattr(request, "basket") or not (has_basket or (user and user.is_authenticated)):
        return 0
    return request.basket.num_items


def _other_languages(path: str, language: str) -> list[tuple[str, str, str]]:
    """Return code, own name and address of this page in every other language."""
    return [
        (code, name, path_in(code, path)) for code, name in settings.LANGUAGES if code != language
    ]
