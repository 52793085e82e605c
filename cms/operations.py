"""Writes of pages by programs; editors write by Wagtail's own forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sites.models import Site as DjangoSite
from django.db import transaction
from wagtail.models import Locale, Page, Site

from catalogue.models import Product
from catalogue.places.models import Province, Region
from cms.models import HomePage, RegionPage, StoryIndexPage, StoryPage, StoryProduct

_HOME_TITLES = {"vi": "Chợ Phiên", "en": "Chợ Phiên"}
_INDEX_TITLES = {"vi": "Chuyện người làm", "en": "Stories from the makers"}
STORY_INDEX_SLUG = "cau-chuyen"


@dataclass(frozen=True)
class StoryText:
    """One story in one language; ``body`` is a list of blocks as `write_story` says."""

    title: str
    lead: str
    search_description: str
    body: Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Story:
    """One story in every language it is written in, with what it is about and its sources."""

    slug: str
    province: Province
    products: Sequence[Product]
    season_months: Sequence[int]
    texts: Mapping[str, StoryText]
    sources: Sequence[Mapping[str, Any]]


@transaction.atomic
def prepare_pages() -> dict[str, StoryIndexPage]:
    """Make home and the list of stories in each language, and name the site by ``SITE_URL``.

    Returns the lists of stories by language.
    """
    root = Page.get_first_root_node() or Page.add_root(
        title="Root", slug="root", locale=_locale("vi")
    )
    indexes: dict[str, StoryIndexPage] = {}
    homes: dict[str, HomePage] = {}
    for language, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        homes[language] = _home(root, language, homes.get("vi"))
        indexes[language] = _index(homes[language], language, indexes.get("vi"))
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "site_name": settings.WAGTAIL_SITE_NAME,
            "root_page": homes["vi"],
        },
    )
    DjangoSite.objects.update_or_create(
        pk=settings.SITE_ID,
        defaults={
            "domain": urlsplit(settings.SITE_URL).netloc,
            "name": settings.WAGTAIL_SITE_NAME,
        },
    )
    DjangoSite.objects.clear_cache()
    # Wagtail's first migration leaves a welcome page beside ours.
    for welcome in root.get_children().exact_type(Page):
        welcome.delete()
    return indexes


@transaction.atomic
def write_story(
    *, story: Story, indexes: Mapping[str, StoryIndexPage], at: datetime
) -> list[StoryPage]:
    """Publish ``story`` in each of its languages; one that is there already stays as it is.

    Blocks are mappings with "type": text, heading (``value``), steps (``title``, ``items`` of
    ``title`` and ``text``), quotation (``text``, ``attribution``), place (``text``), products.
    """
    pages: list[StoryPage] = []
    for language, text in story.texts.items():
        index = indexes[language]
        if StoryPage.objects.child_of(index).filter(slug=story.slug).exists():
            continue
        page = StoryPage(
            title=text.title,
            slug=story.slug,
            seo_title=text.title,
            search_description=text.search_description,
            lead=text.lead,
            province=story.province,
            season_months=list(story.season_months),
            body=[_block(block) for block in text.body],
            sources=[("source", dict(source)) for source in story.sources],
            locale=_locale(language),
            first_published_at=at,
            last_published_at=at,
        )
        if pages:
            page.translation_key = pages[0].translation_key
        page.story_products = [
            StoryProduct(product=product, sort_order=position)
            for position, product in enumerate(story.products)
        ]
        index.add_child(instance=page)
        pages.append(page)
    return pages


@transaction.atomic
def write_region_intro(*, region: Region, language: str, intro: str) -> None:
    """Publish what is said about a region in one language, where nothing is said yet."""
    locale = _locale(language)
    if RegionPage.objects.filter(region=region, locale=locale).exists():
        return
    home = HomePage.objects.get(locale=locale)
    page = RegionPage(
        title=region.name_in(language),
        slug=f"vung-{region.slug}",
        region=region,
        intro=_paragraphs(intro),
        locale=locale,
    )
    vietnamese = RegionPage.objects.filter(region=region, locale=_locale("vi")).first()
    if vietnamese:
        page.translation_key = vietnamese.translation_key
    home.add_child(instance=page)


def _locale(language: str) -> Locale:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    return locale


def _home(root: Page, language: str, translated: HomePage | None) -> HomePage:
    found = HomePage.objects.filter(locale__language_code=language).first()
    if found:
        return found
    home = HomePage(title=_HOME_TITLES[language], slug=f"home-{language}", locale=_locale(language))
    if translated:
        home.translation_key = translated.translation_key
    root.add_child(instance=home)
    return home


def _index(home: HomePage, language: str, translated: StoryIndexPage | None) -> StoryIndexPage:
    found = StoryIndexPage.objects.child_of(home).first()
    if found:
        return found
    index = StoryIndexPage(
        title=_INDEX_TITLES[language], slug=STORY_INDEX_SLUG, locale=_locale(language)
    )
    if translated:
        index.translation_key = translated.translation_key
    home.add_child(instance=index)
    return index


def _block(block: Mapping[str, Any]) -> tuple[str, Any]:
    kind = block["type"]
    if kind == "text":
        return kind, _paragraphs(block["value"])
    if kind == "steps":
        return kind, {"title": block["title"], "items": [dict(item) for item in block["items"]]}
    if kind == "quotation":
        return kind, {"text": block["text"], "attribution": block.get("attribution", "")}
    if kind == "place":
        return kind, block["text"]
    if kind == "products":
        return kind, {"products": []}
    return kind, block["value"]


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(each)}</p>" for each in text.split("\n\n") if each.strip())
