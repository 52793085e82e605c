"""What could be meant while a shopper is typing: products, categories, provinces, sellers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.cards import in_language, partner_url
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from catalogue.places.models import OldProvince, Province
from catalogue.queries import product_cards
from search import engines
from search.query import MAX_QUERY_LENGTH, clean
from search.text import fold
from search.vocabulary import category_url, load_categories

#: At most so many of one kind, so that no kind crowds out the others.
MOST_OF_A_KIND = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that may be meant; ``kind`` is product, category, province, partner or query."""

    kind: str
    label: str
    url: str
    image: str = ""


def suggest(text: str, *, limit: int, on: date) -> list[Suggestion]:
    """Return at most ``limit`` suggestions for a beginning, places and categories first.

    The last one searches for the words as they stand. At most eight queries.
    """
    typed = clean(text)[:MAX_QUERY_LENGTH]
    beginning = fold(typed)
    if not beginning or limit < 1:
        return []
    found = engines.suggest(typed, limit=MOST_OF_A_KIND, on=on)
    suggestions = [
        *_provinces(beginning),
        *_categories(beginning),
        *_products(found.products, on),
        *_partners(found.partners),
    ]
    search = f"{reverse('search:search')}?{urlencode({'q': typed})}"
    return [*suggestions[: limit - 1], Suggestion("query", typed, search)]


def _begins(name: str, beginning: str) -> bool:
    """Say whether ``beginning`` starts a word of ``name`` and goes on from there."""
    return f" {beginning}" in f" {fold(name)}"


def _provinces(beginning: str) -> list[Suggestion]:
    today = Province.objects.order_by("folded").values_list("slug", "name", "name_en")
    named = {slug: in_language(name, name_en) for slug, name, name_en in today}
    labels = {slug: name for slug, name in named.items() if _begins(name, beginning)}
    old = OldProvince.objects.order_by("folded").values_list("name", "province__slug")
    for name, slug in old:
        if slug not in labels and _begins(name, beginning):
            labels[slug] = _("%(today)s (%(old)s cũ)") % {"today": named[slug], "old": name}
    return [
        Suggestion("province", label, reverse("province", kwargs={"slug": slug}))
        for slug, label in list(labels.items())[:MOST_OF_A_KIND]
    ]


def _categories(beginning: str) -> list[Suggestion]:
    matching = [node for node in load_categories() if _begins(node.name, beginning)]
    return [
        Suggestion("category", node.name, category_url(node)) for node in matching[:MOST_OF_A_KIND]
    ]


def _products(ids: Iterable[int], on: date) -> list[Suggestion]:
    return [
        Suggestion("product", card.name, card.url, card.image_url or card.art_url)
        for card in product_cards(products=ids, on=on)
    ]


def _partners(slugs: tuple[str, ...]) -> list[Suggestion]:
    if not slugs:
        return []
    active = Partner.objects.filter(code__in=slugs, state=PartnerState.ACTIVE)
    names = dict(active.values_list("code", "name"))
    return [
        Suggestion("partner", names[slug], partner_url(slug)) for slug in slugs if slug in names
    ]
