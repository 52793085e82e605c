"""Page types: home, stories, and what editors write about regions and provinces."""

from typing import Any

from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page

from cms.blocks import SourceBlock, StoryBody
from cms.choosers import product_chooser
from cms.home import build_home
from cms.queries import cards_of_story, region_choices, story_teasers, teaser_of_story
from cms.theming import BASE, theme_names

STORIES_PER_PAGE = 12
#: Drawn for an editor only: readers are led to the place's own page.
PLACE_PREVIEW = "cms/place_preview.html"


class ShopPage(Page):
    """What all our pages share."""

    class Meta:
        abstract = True

    @method_decorator(csp_replace({"frame-ancestors": ["'self'"]}))
    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Let the editors' own window frame the preview; the shop's pages are framed by none."""
        return super().serve_preview(request, mode_name)


class HomePage(ShopPage):
    """The front of the shop; what it shows is counted and chosen by `cms.home`."""

    max_count = 2  # one per language
    subpage_types = ["cms.StoryIndexPage", "cms.RegionPage", "cms.ProvincePage"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add what `cms.home.build_home` gathers."""
        context = super().get_context(request, *args, **kwargs)
        return context | build_home(on=timezone.localdate())


class StoryIndexPage(ShopPage):
    """All stories, newest first, at /cau-chuyen/."""

    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.StoryPage"]
    max_count_per_parent = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add one page of teasers."""
        context = super().get_context(request, *args, **kwargs)
        region = request.GET.get("region", "")
        stories = StoryPage.objects.child_of(self).live().order_by("-first_published_at", "-pk")
        if region:
            stories = stories.filter(province__region__slug=region)
        page = Paginator(stories, STORIES_PER_PAGE).get_page(request.GET.get("page"))
        context["stories"] = story_teasers(stories=page.object_list)
        context["paging"] = page
        context["region"] = region
        context["region_choices"] = region_choices()
        return context


class StoryPage(ShopPage):
    """One story: where a good comes from, how it is made, with its sources."""

    parent_page_types = ["cms.StoryIndexPage"]
    subpage_types: list[str] = []

    lead = models.TextField(_("Mở đầu"), max_length=400)
    province = models.ForeignKey(
        "places.Province",
        verbose_name=_("Tỉnh, thành phố"),
        related_name="+",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    season_months = models.JSONField(_("Tháng đang vụ"), default=list, blank=True)
    body = StreamField(StoryBody(), verbose_name=_("Nội dung"))
    sources = StreamField([("source", SourceBlock())], verbose_name=_("Nguồn"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("province"),
        FieldPanel("body"),
        InlinePanel("story_products", label=_("Sản phẩm của câu chuyện")),
        FieldPanel("sources"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the cards of the story's products that are listed today, and the story's art."""
        context = super().get_context(request, *args, **kwargs)
        cards = cards_of_story(story=self, on=timezone.localdate())
        context["cards_by_id"] = {card.id: card for card in cards}
        context["products"] = [
            card
            for card in cards
            if card.id in {link.product_id for link in self.story_products.all()}
        ]
        context["sources"] = [block.value for block in self.sources]
        teaser = teaser_of_story(story=self)
        context["place"], context["art"] = teaser.place, teaser.art_url
        context["breadcrumbs"] = [(parent.title, parent.url) for parent in [self.get_parent()]]
        return context


class StoryProduct(Orderable):
    """A product that a story is about; the product's page points back by it."""

    story = ParentalKey(StoryPage, related_name="story_products", on_delete=models.CASCADE)
    product = models.ForeignKey(
        "catalogue.Product", related_name="story_links", on_delete=models.CASCADE
    )

    panels = [FieldPanel("product", heading=_("Sản phẩm"), widget=product_chooser.widget_class)]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(name="product_once_per_story", fields=["story", "product"])
        ]


class PlacePage(ShopPage):
    """What editors write about a place; shown on the place's own address."""

    parent_page_types = ["cms.HomePage"]
    subpage_types: list[str] = []
    #: The field that names the place, and the name of the place's address.
    place_field: str

    intro = RichTextField(_("Giới thiệu"), features=["bold", "italic", "link"], blank=True)

    class Meta:
        abstract = True

    def place_address(self) -> str:
        """Return the address where the place is shown."""
        place = getattr(self, self.place_field)
        return reverse(self.place_field, kwargs={"slug": place.slug})

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Point at the place's address, not at the tree's."""
        parts = super().get_url_parts(request)
        return parts and (parts[0], parts[1], self.place_address())

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """Add the place's name, for the preview."""
        context = super().get_context(request, *args, **kwargs)
        place = getattr(self, self.place_field)
        name = place.name_in(self.locale.language_code) if place else self.title
        return context | {"place": {"name": name}}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lead from the tree's address to the place's."""
        return redirect(self.place_address(), permanent=True)


class RegionPage(PlacePage):
    """The words above a region's goods at /vung/<slug>/."""

    template = PLACE_PREVIEW
    place_field = "region"
    region = models.ForeignKey("places.Region", related_name="+", on_delete=models.PROTECT)
    content_panels = [
        *Page.content_panels,
        FieldPanel("region", heading=_("Vùng")),
        FieldPanel("intro"),
    ]


class ProvincePage(PlacePage):
    """The words above a province's goods at /tinh/<slug>/."""

    template = PLACE_PREVIEW
    place_field = "province"
    province = models.ForeignKey("places.Province", related_name="+", on_delete=models.PROTECT)
    content_panels = [
        *Page.content_panels,
        FieldPanel("province", heading=_("Tỉnh, thành phố")),
        FieldPanel("intro"),
    ]


def _theme_choices() -> list[tuple[str, str]]:
    return [(name, name) for name in theme_names()]


@register_setting(icon="view")
class SiteTheme(BaseSiteSetting):
    """The theme that dresses one Wagtail site; chosen by editors under settings."""

    theme = models.CharField(_("Giao diện"), max_length=60, choices=_theme_choices, default=BASE)

    class Meta:
        verbose_name = _("Giao diện của trang")
        verbose_name_plural = _("Giao diện của trang")
