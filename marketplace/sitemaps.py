"""What search engines are told: listed products, stories, places, partners."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import Province, Region
from cms.models import StoryPage


class ProductSitemap(Sitemap):
    """Every product that is listed today; no other."""

    i18n = True
    limit = 5000

    def items(self) -> QuerySet:
        """Return the listed products."""
        return Product.objects.browsable().only("pk", "slug", "date_updated").order_by("pk")

    def lastmod(self, item: Any) -> Any:
        """Return when the product last changed."""
        return item.date_updated


class StorySitemap(Sitemap):
    """Every live story, in its language."""

    def items(self) -> QuerySet:
        """Return the live stories."""
        return StoryPage.objects.live().public().order_by("pk")

    def location(self, item: Any) -> str:
        """Return the story's path."""
        return item.relative_url(item.get_site())

    def lastmod(self, item: Any) -> Any:
        """Return when the story was last published."""
        return item.last_published_at


class PlaceSitemap(Sitemap):
    """The six regions and the 34 provinces."""

    i18n = True

    def items(self) -> list[tuple[str, str]]:
        """Return name of address and slug."""
        regions = Region.objects.order_by("position").values_list("slug", flat=True)
        provinces = Province.objects.order_by("pk").values_list("slug", flat=True)
        return [("region", slug) for slug in regions] + [("province", slug) for slug in provinces]

    def location(self, item: tuple[str, str]) -> str:
        """Return the place's path."""
        return reverse(item[0], kwargs={"slug": item[1]})


class PartnerSitemap(Sitemap):
    """Every active partner."""

    i18n = True

    def items(self) -> QuerySet:
        """Return the active partners."""
        return Partner.objects.filter(state=PartnerState.ACTIVE).order_by("pk")


SITEMAPS = {
    "products": ProductSitemap,
    "stories": StorySitemap,
    "places": PlaceSitemap,
    "partners": PartnerSitemap,
}
