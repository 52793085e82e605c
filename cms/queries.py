"""Reads about stories and the words of editors, as plain data."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import BigAutoField, Prefetch, QuerySet
from django.utils.translation import get_language

from catalogue.art import art_of
from catalogue.cards import ProductCard
from catalogue.kernel.fold import fold
from catalogue.kernel.prepared import PreparedQuery, Slot
from catalogue.languages import language_of_stories
from catalogue.models import Product
from catalogue.places.models import Province, Region
from catalogue.queries import product_cards


@dataclass(frozen=True, slots=True)
class StoryTeaser:
    """What a list says about a story."""

    title: str
    lead: str
    url: str
    printing: str
    art_url: str
    art_alt: str
    place: str


_STORIES_OF_PRODUCT = PreparedQuery(
    lambda: (
        apps.get_model("cms", "StoryProduct")
        .objects.filter(product_id=Slot("product", BigAutoField()))
        .values("story_id")
    )
)


def stories_in_language() -> QuerySet:
    """Return the live stories in the language of the page, newest first."""
    story = apps.get_model("cms", "StoryPage")
    return (
        story.objects.live()
        .filter(locale__language_code=language_of_stories())
        .order_by("-first_published_at", "-pk")
    )


def story_teasers(*, stories: QuerySet) -> list[StoryTeaser]:
    """Return teasers; three queries for any number of stories."""
    products = Product.objects.select_related("province", "old_province")
    link = apps.get_model("cms", "StoryProduct")
    rows = stories.select_related("province__region").prefetch_related(
        Prefetch(
            "story_products",
            link.objects.order_by("sort_order").prefetch_related(Prefetch("product", products)),
        )
    )
    return [teaser_of_story(story=story) for story in rows]


def teaser_of_story(*, story: Any) -> StoryTeaser:
    """Return the teaser of one story; its art is that of its first product."""
    first = next(iter(story.story_products.all()), None)
    art = art_of(first.product) if first else None
    return StoryTeaser(
        title=story.title,
        lead=story.lead,
        url=story.url or "",
        printing=art.printing if art else "",
        art_url=art.url if art else "",
        art_alt=art.alt if art else "",
        place=story.province.name_in(get_language() or "vi") if story.province else "",
    )


def stories_of_product(*, product_id: int) -> list[StoryTeaser]:
    """Return the stories about one product, in the language of the page.

    Most products have none, which one small query tells.
    """
    ids = [row["story_id"] for row in _STORIES_OF_PRODUCT.rows(product=product_id)]
    return story_teasers(stories=stories_in_language().filter(pk__in=ids)[:3]) if ids else []


def stories_of_province(*, province: Province, limit: int = 6) -> list[StoryTeaser]:
    """Return the newest stories from one province."""
    return story_teasers(stories=stories_in_language().filter(province=province)[:limit])


def stories_of_region(*, region: Region, limit: int = 6) -> list[StoryTeaser]:
    """Return the newest stories from one region."""
    return story_teasers(stories=stories_in_language().filter(province__region=region)[:limit])


def stories_of_partner(*, partner_id: int, limit: int = 6) -> list[StoryTeaser]:
    """Return the newest stories about the goods of one partner."""
    stories = stories_in_language().filter(story_products__product__partner_id=partner_id)
    return story_teasers(stories=stories.distinct()[:limit])


def cards_of_story(*, story: Any, on: date) -> list[ProductCard]:
    """Return the cards of every product in a story, linked or in a block, listed on ``on``."""
    linked = [link.product_id for link in story.story_products.all()]
    in_blocks = [
        product.pk
        for block in story.body
        if block.block_type == "products"
        for product in block.value["products"]
        if product
    ]
    wanted = list(dict.fromkeys([*linked, *in_blocks]))
    return product_cards(products=wanted, on=on)


def products_named(*, products: QuerySet, words: str) -> QuerySet:
    """Keep the products whose names, maker and province together hold all ``words``.

    Accents and case do not matter, and a word may be unfinished. The names are compared here and
    not in the index, so that an editor finds a good in the second it is listed; one query reads
    them all, 15 ms for a thousand.
    """
    wanted = fold(words).split()
    names = products.order_by().values_list(
        "pk", "title_vi", "title_en", "partner__name", "province__name"
    )
    found = [
        pk
        for pk, *texts in names
        if all(word in fold(" ".join(filter(None, texts))) for word in wanted)
    ]
    return products.filter(pk__in=found)


def region_choices() -> list[tuple[str, str]]:
    """Return slug and name of the six regions, in their order."""
    language = get_language() or "vi"
    return [
        (region.slug, region.name_in(language)) for region in Region.objects.order_by("position")
    ]


def intro_of(*, kind: str, **place: Any) -> str:
    """Return what editors wrote about a place (``kind`` RegionPage or ProvincePage), or ""."""
    page = apps.get_model("cms", kind)
    language = language_of_stories()
    found = (
        page.objects.live()
        .filter(locale__language_code__in=[language, "vi"], **place)
        .order_by("locale__language_code" if language == "en" else "-locale__language_code")
        .first()
    )
    return found.intro if found else ""
