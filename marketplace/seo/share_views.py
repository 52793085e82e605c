"""Answer the addresses of share pictures: drawn once, then kept by address for ever."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from catalogue.cards import in_language, product_label
from catalogue.label.addresses import share_digest
from catalogue.label.share import SharePicture, draw_share
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import Province, Region
from catalogue.queries import product_rows
from cms.home import REGION_AREAS
from cms.models import StoryPage
from cms.queries import teaser_of_story
from marketplace.seo import share

KEPT_FOR = 86_400
_FOR_EVER = "public, max-age=31536000, immutable"
_FONTS = settings.THEMES_FOLDER / "base" / "static" / "fonts"


@require_safe
def share_picture(
    request: HttpRequest, digest: str, kind: str, language: str, key: str
) -> HttpResponse:
    """Send the picture, or point an address of what it was before to today's."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with override(language):
        picture = PICTURES[kind](key, language)
        if digest != share_digest(picture):
            return redirect(share.address(kind, key, language, picture))
    png = cache.get_or_set(f"share-{digest}", lambda: draw_share(picture, fonts=_FONTS), KEPT_FOR)
    response = HttpResponse(png, content_type="image/png")
    response["Cache-Control"] = _FOR_EVER
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _product(key: str, language: str) -> SharePicture:
    """Only what is listed today has a picture to be shared."""
    number = int(key) if key.isdecimal() and len(key) < 19 else 0
    rows = product_rows(products=[number], on=timezone.localdate())
    if not rows:
        raise Http404
    row = rows[0].product
    return share.product_picture(
        name=in_language(row["title_vi"], row["title_en"]),
        commune=row["commune__name"] or "",
        province=in_language(row["province__name"], row["province__name_en"]),
        spec=product_label(row),
    )


def _story(key: str, language: str) -> SharePicture:
    stories = StoryPage.objects.live().public().filter(locale__language_code=language)
    story = get_object_or_404(stories, pk=int(key) if key.isdecimal() and len(key) < 19 else 0)
    teaser = teaser_of_story(story=story)
    return share.story_picture(title=teaser.title, place=teaser.place, art_url=teaser.art_url)


def _region(key: str, language: str) -> SharePicture:
    region = get_object_or_404(Region, slug=key)
    return share.place_picture(name=region.name_in(language), areas=REGION_AREAS[region.position])


def _province(key: str, language: str) -> SharePicture:
    province = get_object_or_404(Province, slug=key)
    return share.place_picture(name=province.name_in(language), areas=province.area_codes)


def _partner(key: str, language: str) -> SharePicture:
    partners = Partner.objects.select_related("province").exclude(state=PartnerState.APPLIED)
    partner = get_object_or_404(partners, code=key)
    areas = partner.province.area_codes if partner.province else ()
    return share.place_picture(name=partner.name, areas=areas)


def _shop(key: str, language: str) -> SharePicture:
    if key != "shop":
        raise Http404
    return share.shop_picture()


PICTURES: dict[str, Callable[[str, str], SharePicture]] = {
    "product": _product,
    "story": _story,
    "region": _region,
    "province": _province,
    "partner": _partner,
    "shop": _shop,
}
