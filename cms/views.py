"""Regions and provinces as places to be: a list of goods, words of editors, stories."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.places.exceptions import PlaceMoved, PlaceUnknown
from catalogue.places.models import Region
from catalogue.places.queries import former_names, province_for_slug
from cms import queries
from cms.home import REGION_AREAS, PlaceHead, all_patches, province_tiles
from search.listing import build_listing


def region_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one of the six regions."""
    region = get_object_or_404(Region, slug=slug)
    language = get_language() or "vi"
    listing = build_listing(
        parameters=request.GET,
        base_url=request.path,
        fixed={"region": region.slug},
        on=timezone.localdate(),
    )
    context = {
        "region": PlaceHead(region.name_in(language), REGION_AREAS[region.position]),
        "breadcrumbs": [(_("Cả chợ"), reverse("catalogue:index"))],
        "listing": listing,
        "areas": REGION_AREAS[region.position],
        "provinces": [
            (tile.name, tile.url, tile.count)
            for tile in province_tiles(region=region, on=timezone.localdate())
        ],
        "intro": queries.intro_of(kind="RegionPage", region=region),
        "stories": queries.stories_of_region(region=region),
    }
    return render(request, "places/region.html", context)


def province_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one of the 34 provinces; an old province's address leads to today's."""
    try:
        province = province_for_slug(slug)
    except PlaceMoved as moved:
        return redirect("province", slug=moved.province.slug, permanent=True)
    except PlaceUnknown as unknown:
        raise Http404 from unknown
    language = get_language() or "vi"
    listing = build_listing(
        parameters=request.GET,
        base_url=request.path,
        fixed={"province": province.slug},
        on=timezone.localdate(),
    )
    context = {
        "province": PlaceHead(province.name_in(language), province.area_codes),
        "breadcrumbs": [
            (_("Cả chợ"), reverse("catalogue:index")),
            (
                province.region.name_in(language),
                reverse("region", kwargs={"slug": province.region.slug}),
            ),
        ],
        "listing": listing,
        "former": former_names(province),
        "intro": queries.intro_of(kind="ProvincePage", province=province),
        "stories": queries.stories_of_province(province=province),
        "map": all_patches(on=timezone.localdate()),
    }
    return render(request, "places/province.html", context)
