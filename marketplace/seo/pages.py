"""What search engines and social networks are told about each kind of public page.

`PUBLIC` is the table: a page that is not in it has no canonical address, no languages and no data.
A describer takes the page's template context, which holds all it needs as plain data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.label.addresses import spec_of_url
from catalogue.languages import active_language, path_in
from cms.models import HomePage, StoryIndexPage, StoryPage
from marketplace.seo import share, structured_data
from marketplace.seo.share import Shared
from marketplace.seo.structured_data import Data, Shop
from search.views import partner_address

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the head of one page says. Addresses are paths; ``canonical`` "" is none.

    ``languages`` are the path of this page by language, itself among them; ``kind`` is the type
    of Open Graph.
    """

    canonical: str
    languages: Mapping[str, str] = field(default_factory=dict)
    kind: str = "website"
    image: Shared | None = None
    data: tuple[Data, ...] = ()


def describe_page(view_name: str, path: str, context: Context) -> PageFacts | None:
    """Return the facts of the page at ``path``, or None when it is nobody's business outside."""
    describe = PUBLIC.get(view_name)
    return describe(path, context) if describe else None


def the_shop() -> Shop:
    """Return who speaks, in the language of the page."""
    return Shop(
        name=settings.SHOP.name,
        email=settings.SHOP.email,
        site_url=settings.SITE_URL,
        logo=static("icon.svg"),
        language=active_language(),
    )


def in_languages(address: str) -> dict[str, str]:
    """Return the same page's path in every language."""
    return {code: path_in(code, address) for code, _name in settings.LANGUAGES}


def _facts(canonical: str, image: Shared | None = None, **more: Any) -> PageFacts:
    languages = in_languages(canonical) if canonical else {}
    return PageFacts(canonical, languages, image=image or _shop_image(), **more)


def _home(path: str, context: Context) -> PageFacts:
    data = structured_data.website(the_shop(), home=path, search=reverse("search:search"))
    return _facts(path, data=tuple(data))


def _wagtail(path: str, context: Context) -> PageFacts | None:
    page = context.get("page")
    if isinstance(page, HomePage):
        return _home(path, context)
    if isinstance(page, StoryPage):
        return _story(page, path, context)
    return _stories(page, path, context) if isinstance(page, StoryIndexPage) else None


def _stories(page: StoryIndexPage, path: str, context: Context) -> PageFacts:
    number = context["paging"].number
    canonical = path if number == 1 else f"{path}?{urlencode({'page': number})}"
    trail = [*_start(), (page.title, path)]
    return _facts(
        "" if context["region"] else canonical,
        data=(structured_data.breadcrumb_list(the_shop(), trail),),
    )


def _story(page: StoryPage, path: str, context: Context) -> PageFacts:
    language, art = active_language(), context["art"]
    picture = share.story_picture(title=page.title, place=context["place"], art_url=art)
    image = share.shared("story", page.pk, language, picture)
    told = structured_data.Story(
        title=page.title,
        lead=page.lead,
        url=path,
        image=image.url,
        published=page.first_published_at,
        changed=page.last_published_at,
    )
    shop = the_shop()
    trail = [*_start(), *context["breadcrumbs"], (page.title, path)]
    translations = page.get_translations().live().select_related("locale")
    others = {each.locale.language_code: each.url for each in translations}
    return PageFacts(
        path,
        {language: path} | others,
        kind="article",
        image=image,
        data=(structured_data.article(shop, told), structured_data.breadcrumb_list(shop, trail)),
    )


def _results(path: str, context: Context) -> PageFacts:
    # All goods stand at two addresses, the catalogue's and the search box's: one is kept.
    listing = context["listing"]
    question = listing.canonical.partition("?")[2]
    filtered = any(chip for chip in listing.chips)
    base = reverse("search:search" if filtered else "catalogue:index")
    canonical = f"{base}?{question}" if question else base
    return _list_facts(context, canonical if listing.canonical else "", context["breadcrumbs"])


def _category(path: str, context: Context) -> PageFacts:
    return _list_facts(context, context["listing"].canonical, context["breadcrumbs"])


def _list_facts(
    context: Context, canonical: str, trail: list, image: Shared | None = None, *more: Data
) -> PageFacts:
    listing, shop = context["listing"], the_shop()
    if listing.robots:
        return PageFacts("", image=image or _shop_image())
    crumbs = structured_data.breadcrumb_list(shop, [*_start(), *trail])
    goods = structured_data.item_list(shop, listing.cards, name=trail[-1][0])
    return _facts(canonical, image, data=(crumbs, goods, *more))


def _place(kind: str, path: str, context: Context) -> PageFacts:
    head = context[kind]
    picture = share.place_picture(name=head.name, areas=head.areas)
    key = path.rstrip("/").rsplit("/", 1)[-1]
    image = share.shared(kind, key, active_language(), picture)
    trail = [*context["breadcrumbs"], (head.name, path)]
    return _list_facts(context, context["listing"].canonical, trail, image)


def _partner(path: str, context: Context) -> PageFacts:
    partner = context["partner"]
    areas = partner.province.area_codes if partner.province else ()
    picture = share.place_picture(name=partner.name, areas=areas)
    image = share.shared("partner", partner.code, active_language(), picture)
    who = structured_data.seller(
        the_shop(), name=partner.name, url=path, address=partner_address(partner)
    )
    canonical = context["listing"].canonical
    return _list_facts(context, canonical, context["breadcrumbs"], image, who)


def _product(path: str, context: Context) -> PageFacts:
    page, product = context["page"], context["product"]
    address = product.get_absolute_url()
    if not page.listed:
        return PageFacts("")
    language, shop = active_language(), the_shop()
    picture = share.product_picture(
        name=page.name,
        commune=product.commune.name if product.commune else "",
        province=page.province_name,
        spec=spec_of_url(page.card.art_url),
    )
    image = share.shared("product", page.id, language, picture)
    images = [each.photograph.whole.src for each in page.images] or [image.url]
    trail = [*_start(), *page.breadcrumbs, (page.name, address)]
    return _facts(
        address,
        image,
        kind="product",
        data=(
            structured_data.product(
                shop, page, url=address, images=images, grams=product.weight_grams
            ),
            structured_data.breadcrumb_list(shop, trail),
        ),
    )


def _certificate(path: str, context: Context) -> PageFacts:
    shop, certificate = the_shop(), context["certificate"]
    trail = [*_start(), (certificate.number, path)]
    return _facts(
        certificate.url,
        data=(
            structured_data.certification(shop, certificate),
            structured_data.breadcrumb_list(shop, trail),
        ),
    )


def _start() -> list[tuple[str, str]]:
    return [(_("Trang đầu"), reverse("home"))]


def _shop_image() -> Shared:
    return share.shared("shop", "shop", active_language(), share.shop_picture())


PUBLIC: dict[str, Callable[[str, Context], PageFacts | None]] = {
    "home": _wagtail,
    "wagtail_serve": _wagtail,
    "catalogue:index": _results,
    "search:search": _results,
    "catalogue:category": _category,
    "catalogue:detail": _product,
    "region": lambda path, context: _place("region", path, context),
    "province": lambda path, context: _place("province", path, context),
    "partner": _partner,
    "certificate": _certificate,
}
