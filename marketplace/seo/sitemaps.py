"""What search engines are told: pages, listed goods, their papers, stories, places, sellers.

Every address is listed in each of its languages, every one naming all of them, with the picture
of the page where it has one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from catalogue.cards import CardRow, in_language, product_label, product_url
from catalogue.certification.models import Certificate
from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import Province, Region
from catalogue.queries import product_rows
from cms.home import REGION_AREAS
from cms.models import StoryPage
from cms.operations import STORY_INDEX_SLUG
from cms.queries import teaser_of_story
from marketplace.seo import share
from marketplace.seo.pages import in_languages
from search.vocabulary import category_url, load_categories

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its path by language, when it changed, the path of its picture by language."""

    paths: Mapping[str, str]
    changed: datetime | None = None
    pictures: Mapping[str, str] = field(default_factory=dict)


class Section(Sitemap):
    """A part of the sitemap, made of `Entry`s; the protocol allows 50,000 addresses a file."""

    limit = 2500

    def entries(self, items: Iterable[Any]) -> list[Entry]:
        """Return the entries of one page of ``items``."""
        raise NotImplementedError

    def get_urls(self, page: Any = 1, site: Any = None, protocol: Any = None) -> list[dict]:
        """Return what the template prints: an address per entry and language."""
        with override(settings.LANGUAGE_CODE):
            entries = self.entries(self.paginator.page(page).object_list)
        return [url for entry in entries for url in _urls(entry)]

    def get_latest_lastmod(self) -> datetime | None:
        """Return None: no row is loaded only to date the whole."""
        return None


def _urls(entry: Entry) -> list[dict]:
    alternates = [
        {"lang_code": language, "location": _absolute(path)}
        for language, path in entry.paths.items()
    ]
    default = entry.paths.get(settings.LANGUAGE_CODE)
    if default:
        alternates.append({"lang_code": "x-default", "location": _absolute(default)})
    return [
        {
            "location": _absolute(path),
            "lastmod": entry.changed,
            "alternates": alternates,
            "pictures": [_absolute(entry.pictures[language])] if entry.pictures else [],
        }
        for language, path in entry.paths.items()
    ]


def _absolute(path: str) -> str:
    return path if urlsplit(path).netloc else f"{settings.SITE_URL}{path}"


class PageSection(Section):
    """The front page, all goods, all stories."""

    def items(self) -> list[str]:
        """Return the paths."""
        stories = reverse("wagtail_serve", args=[f"{STORY_INDEX_SLUG}/"])
        return [reverse("home"), reverse("catalogue:index"), stories]

    def entries(self, items: Iterable[str]) -> list[Entry]:
        """Return the pages with the shop's picture."""
        pictures = {}
        for language in LANGUAGES:
            with override(language):
                pictures[language] = share.address("shop", "shop", language, share.shop_picture())
        return [Entry(in_languages(path), pictures=pictures) for path in items]


class ProductSection(Section):
    """Every product that is listed today; no other."""

    def items(self) -> QuerySet:
        """Return the ids of the listed products."""
        return Product.objects.browsable().order_by("pk").values_list("pk", flat=True)

    def entries(self, items: Iterable[int]) -> list[Entry]:
        """Return the products; one query for all of them."""
        rows = product_rows(
            products=list(items), on=timezone.localdate(), columns=("date_updated",)
        )
        return [
            Entry(
                in_languages(product_url(row.product["slug"], row.product["id"])),
                row.product["date_updated"],
                {language: picture_of(row, language) for language in LANGUAGES},
            )
            for row in rows
        ]

    def get_latest_lastmod(self) -> datetime | None:
        """Return when the last listed product changed; one query."""
        return Product.objects.browsable().aggregate(last=Max("date_updated"))["last"]


def picture_of(row: CardRow, language: str) -> str:
    """Return the path of a listed product's photograph, or of its share picture."""
    if row.image_url:
        return row.image_url
    product = row.product
    with override(language):
        picture = share.product_picture(
            name=in_language(product["title_vi"], product["title_en"]),
            commune=product["commune__name"] or "",
            province=in_language(product["province__name"], product["province__name_en"]),
            spec=product_label(product),
        )
        return share.address("product", product["id"], language, picture)


class CategorySection(Section):
    """The categories in which something is listed today."""

    def items(self) -> list[str]:
        """Return the paths."""
        filled = Product.objects.browsable().values_list("categories__slug", flat=True)
        wanted = set(filled.order_by().distinct())
        nodes = load_categories()
        above = {slug for node in nodes if node.slug in wanted for slug in node.path}
        return [category_url(node) for node in nodes if node.slug in above]

    def entries(self, items: Iterable[str]) -> list[Entry]:
        """Return the categories."""
        return [Entry(in_languages(path)) for path in items]


class PlaceSection(Section):
    """The regions and provinces from which something is listed today."""

    def items(self) -> list[tuple[str, Region | Province]]:
        """Return the kind of each place, and the place."""
        goods = Product.objects.browsable()
        provinces = Province.objects.select_related("region").filter(
            Exists(goods.filter(province=OuterRef("pk")))
        )
        found = list(provinces.order_by("pk"))
        regions = {province.region.pk: province.region for province in found}
        return [("region", region) for region in regions.values()] + [
            ("province", province) for province in found
        ]

    def entries(self, items: Iterable[tuple[str, Any]]) -> list[Entry]:
        """Return the places with their cloth."""
        return [
            Entry(
                in_languages(reverse(kind, kwargs={"slug": place.slug})),
                pictures={code: _cloth(kind, place, code) for code in LANGUAGES},
            )
            for kind, place in items
        ]


def _cloth(kind: str, place: Any, language: str) -> str:
    areas = REGION_AREAS[place.position] if kind == "region" else place.area_codes
    with override(language):
        picture = share.place_picture(name=place.name_in(language), areas=areas)
        return share.address(kind, place.slug, language, picture)


class PartnerSection(Section):
    """The sellers of whom something is listed today."""

    def items(self) -> QuerySet:
        """Return the partners."""
        goods = Product.objects.browsable().filter(partner=OuterRef("pk"))
        return Partner.objects.filter(Exists(goods), state=PartnerState.ACTIVE).order_by("pk")

    def entries(self, items: Iterable[Partner]) -> list[Entry]:
        """Return the partners."""
        return [Entry(in_languages(partner.get_absolute_url())) for partner in items]


class CertificateSection(Section):
    """The certificates under which goods are sold today."""

    def items(self) -> QuerySet:
        """Return their numbers."""
        licensing = Certificate.objects.licensing(on=timezone.localdate())
        return licensing.order_by("pk").values_list("number", flat=True)

    def entries(self, items: Iterable[str]) -> list[Entry]:
        """Return the public checks of the certificates."""
        return [
            Entry(in_languages(reverse("certificate", kwargs={"number": number})))
            for number in items
        ]


class StorySection(Section):
    """Every live story, each language that it is written in."""

    def items(self) -> list[list[StoryPage]]:
        """Return the stories, translations of one in one list."""
        stories = StoryPage.objects.live().public().select_related("locale", "province__region")
        together: dict[Any, list[StoryPage]] = {}
        for story in stories.order_by("pk"):
            together.setdefault(story.translation_key, []).append(story)
        return list(together.values())

    def entries(self, items: Iterable[list[StoryPage]]) -> list[Entry]:
        """Return the stories with the label of their first product."""
        return [
            Entry(
                {story.locale.language_code: story.url for story in stories},
                max(filter(None, (story.last_published_at for story in stories)), default=None),
                {story.locale.language_code: _story_picture(story) for story in stories},
            )
            for stories in items
        ]


def _story_picture(story: StoryPage) -> str:
    language = story.locale.language_code
    with override(language):
        told = teaser_of_story(story=story)
        picture = share.story_picture(title=told.title, place=told.place, art_url=told.art_url)
        return share.address("story", story.pk, language, picture)


SITEMAPS: dict[str, type[Section]] = {
    "pages": PageSection,
    "products": ProductSection,
    "categories": CategorySection,
    "places": PlaceSection,
    "partners": PartnerSection,
    "certificates": CertificateSection,
    "stories": StorySection,
}
