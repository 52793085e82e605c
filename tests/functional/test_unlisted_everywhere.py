"""No address of the shop shows or sells a product that is not listed.

Every address of the URL table stands in `POLICY`; a new one fails this test until somebody has
said what it does with an unlisted product. The index is left stale on purpose: whatever it still
believes, the database has the last word.
"""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from catalogue.certification.models import Certificate
from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.operations import seat_member
from catalogue.partner.states import TeamRole
from catalogue.places.models import Region
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.accounts.models import User
from marketplace.order.links import order_token
from marketplace.order.models import Order
from marketplace.seo.sitemaps import SITEMAPS
from search.indexing import rebuild
from tests.factories.catalogue import CategoryChain, ProductFactory

pytestmark = pytest.mark.django_db
MARK = "Tép Giấu Kín"
OTHER = "Chè Bày Ra"

#: What an address does with an unlisted product: it hides it; it tells about it (its name may
#: stand there) but sells nothing; or it has nothing to do with products.
HIDES, TELLS, ELSEWHERE = "hides", "tells", "elsewhere"
POLICY = {
    "healthz": ELSEWHERE,
    "readyz": ELSEWHERE,
    "sitemap": HIDES,
    "sitemap-section": HIDES,
    "feed-merchant": HIDES,
    "feed-table": HIDES,
    "feed-merchant-en": HIDES,
    "feed-table-en": HIDES,
    "share": HIDES,
    "robots": ELSEWHERE,
    "label:edge": ELSEWHERE,
    "label:art": ELSEWHERE,
    "pictures:picture": ELSEWHERE,
    "api:openapi-json": ELSEWHERE,
    "api:openapi-view": ELSEWHERE,
    "api:list_products": HIDES,
    "api:get_product": HIDES,
    "api:list_suggestions": HIDES,
    "api:list_regions": HIDES,
    "api:list_provinces": HIDES,
    "api:list_communes": HIDES,
    "api:list_categories": HIDES,
    "api:list_partners": HIDES,
    "api:get_partner": HIDES,
    "api:check_certificate": TELLS,
    "api:nothing_here": ELSEWHERE,
    "api:api-root": ELSEWHERE,
    "media": ELSEWHERE,
    "catalogue:index": HIDES,
    "catalogue:detail": TELLS,
    "catalogue:category": HIDES,
    "catalogue:reviews-list": HIDES,
    "catalogue:reviews-add": HIDES,
    "search:search": HIDES,
    "region": HIDES,
    "province": HIDES,
    "partner": HIDES,
    "certificate": TELLS,
    "basket:summary": TELLS,
    "basket:add": HIDES,
    "basket:change": HIDES,
    "basket:accept-prices": HIDES,
    "checkout:index": TELLS,
    "checkout:summary": TELLS,
    "checkout:thank-you": TELLS,
    "customer:login": HIDES,
    "customer:logout": ELSEWHERE,
    "customer:register": HIDES,
    "customer:summary": HIDES,
    "customer:profile-view": HIDES,
    "customer:profile-update": HIDES,
    "customer:change-password": HIDES,
    "customer:order-list": HIDES,
    "customer:order": TELLS,
    "customer:wishlists-list": TELLS,
    "customer:wishlists-add-product": HIDES,
    "customer:wishlists-remove-product": HIDES,
    "password-reset": HIDES,
    "password-reset-done": HIDES,
    "password-reset-confirm": ELSEWHERE,
    "password-reset-complete": HIDES,
    "order-by-link": TELLS,
    "seller:index": TELLS,
    "seller:order": TELLS,
    "seller:move": TELLS,
    "appearance": ELSEWHERE,
    "delivery-quote": ELSEWHERE,
    "manifest": ELSEWHERE,
    "service-worker": ELSEWHERE,
    "offline": ELSEWHERE,
    "styleguide": ELSEWHERE,
    "home": HIDES,
    "wagtail_serve": HIDES,
    "wagtailcore_authenticate_with_password": ELSEWHERE,
    "wagtailcore_login": ELSEWHERE,
}
#: Addresses that have no other one under /en/.
ONE_ADDRESS = {
    "sitemap", "sitemap-section", "share",
    "feed-merchant", "feed-table", "feed-merchant-en", "feed-table-en",
}  # fmt: skip
#: Answer to a POST only, or only after one.
CLOSED = {
    "basket:add",
    "basket:change",
    "basket:accept-prices",
    "customer:wishlists-add-product",
    "customer:wishlists-remove-product",
    "seller:move",
}
#: Closed to buyers: Wagtail, Oscar's dashboard, Django's admin.
DESKS = ("cms/", "dashboard/", "admin/")


def addresses(patterns, prefix="", namespace=""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not route.startswith(DESKS):
                inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
                yield from addresses(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}"


def test_every_address_of_the_url_table_has_a_policy():
    """A second address under a known name counts as a new one."""
    assert sorted(addresses(get_resolver().url_patterns)) == sorted(POLICY)


@pytest.mark.parametrize("desk", DESKS)
def test_the_desks_are_closed_to_buyers(client, desk):
    client.force_login(User.objects.create_user("buyer@example.vn", "x"))

    response = client.get(f"/{desk}")

    assert response.status_code in {302, 403}
    assert MARK not in text_of(response)


def text_of(response):
    """The body, with the no-break spaces of well-set names as plain ones."""
    return response.getvalue().decode(errors="replace").replace("\xa0", " ")


@pytest.fixture
def world():
    """A listed product, in a basket, on a wish list, in a story, and in the index."""
    categories = CategoryChain.make()
    product = ProductFactory(
        title_vi=f"Mắm {MARK}", slug="mam-tep", categories=[categories[-1]], description_vi=MARK
    )
    ProductFactory(title_vi=OTHER, categories=[categories[-1]])
    indexes = prepare_pages()
    text = StoryText("Một câu chuyện", "Mở đầu", "", [{"type": "products"}])
    story = Story("mot-chuyen", product.province, [product], [], {"vi": text, "en": text}, [])
    write_story(story=story, indexes=indexes, at=timezone.now())
    rebuild(on=timezone.localdate())
    return product


def order_form(product):
    return {
        "name": "Người Mua",
        "phone": "0912345678",
        "province": product.province.slug,
        "commune": product.commune.name,
        "street": "Bản 1",
        "payment": "cash-on-delivery",
    }


def visitors(product):
    """A passer-by, and a buyer with an order who also sits at the seller's desk."""
    anonymous, buyer = Client(), Client()
    user = User.objects.create_user("buyer@example.vn", "x")
    seat_member(partner=product.partner, user=user, role=TeamRole.OWNER)
    buyer.force_login(user)
    buyer.post(reverse("basket:add", args=[product.pk]), {"quantity": 1})
    buyer.post(reverse("checkout:index"), order_form(product))
    for client in (anonymous, buyer):
        client.post(reverse("basket:add", args=[product.pk]), {"quantity": 1})
    buyer.post(reverse("customer:wishlists-add-product", args=[product.pk]))
    for client in (anonymous, buyer):
        client.get("/basket/")  # reads the messages of what was just done
    return {"anonymous": anonymous, "buyer": buyer}


def end(product):
    day = timezone.localdate() - timedelta(days=1)
    Certificate.objects.filter(product=product).update(
        issued_on=day - timedelta(days=1000), ends_on=day
    )


def revoke(product):
    Certificate.objects.filter(product=product).update(
        state="revoked", revoked_on=timezone.localdate()
    )


def suspend(product):
    Partner.objects.filter(pk=product.partner_id).update(state="suspended")


def put_away(product):
    Product.objects.filter(pk=product.pk).update(is_public=False)


UNLISTINGS = [end, revoke, suspend, put_away]


def places_to_look(product):
    """Every address with what leads to the product, by its name in the URL table."""
    category = product.categories.get()
    order = Order.objects.get()
    part = {"number": order.partner_orders.get().number}
    number = product.certificates.get().number
    slug_and_pk = {"product_slug": product.slug, "product_pk": product.pk}
    plain = [
        name
        for name, policy in POLICY.items()
        if policy != ELSEWHERE and not name.startswith("api:")
    ]
    arguments = {
        "catalogue:detail": {"product_slug": product.slug, "pk": product.pk},
        "catalogue:category": {"category_slug": category.full_slug, "pk": category.pk},
        "catalogue:reviews-list": slug_and_pk,
        "catalogue:reviews-add": slug_and_pk,
        "region": {"slug": Region.objects.get().slug},
        "province": {"slug": product.province.slug},
        "partner": {"slug": product.partner.code},
        "certificate": {"number": number},
        "basket:add": {"pk": product.pk},
        "basket:change": {"pk": 1},
        "customer:wishlists-add-product": {"product_pk": product.pk},
        "customer:wishlists-remove-product": {"product_pk": product.pk},
        "customer:order": {"number": order.number},
        "order-by-link": {"number": order.number},
        "seller:order": part,
        "seller:move": part,
        "wagtail_serve": None,
        "sitemap-section": {"section": "products"},
        "share": {"digest": "0" * 16, "kind": "product", "language": "vi", "key": product.pk},
    }
    found = [
        (name, reverse(name, kwargs=arguments.get(name, {})) + _question(name, order))
        for name in plain
        if name != "wagtail_serve"
    ]
    found += [("wagtail_serve", "/cau-chuyen/"), ("wagtail_serve", "/cau-chuyen/mot-chuyen/")]
    found += [(name, f"/en{path}") for name, path in found if name not in ONE_ADDRESS]
    found += [("sitemap-section", f"/sitemap-{each}.xml") for each in SITEMAPS]
    api = {
        "api:list_products": "products?q=tep+giau+kin",
        "api:get_product": f"products/{product.pk}",
        "api:list_suggestions": "suggest?q=mam+tep",
        "api:list_regions": "regions",
        "api:list_provinces": "provinces",
        "api:list_communes": f"communes?province={product.province.slug}",
        "api:list_categories": "categories",
        "api:list_partners": "partners",
        "api:get_partner": f"partners/{product.partner.code}",
        "api:check_certificate": f"certificates/{number}",
    }
    return found + [(name, f"/api/v1/{path}") for name, path in api.items()]


def _question(name, order):
    questions = {
        "search:search": "?q=mam+tep",
        "order-by-link": f"?token={order_token(order.number)}",
    }
    return questions.get(name, "")


def test_every_place_that_may_show_products_is_looked_at(world):
    visitors(world)
    looked_at = {name for name, _ in places_to_look(world)}

    assert looked_at == {name for name, policy in POLICY.items() if policy != ELSEWHERE}


def test_while_listed_the_product_is_shown_and_sold(world):
    client = visitors(world)["buyer"]

    for name, path in places_to_look(world):
        # What is looked at below is there: a page that answers, not one that is missing.
        if name not in CLOSED:
            assert client.get(path).status_code in {200, 302}, (name, path)
    for path in (
        "/catalogue/",
        "/search/?q=mam+tep",
        "/api/v1/products",
        "/cau-chuyen/mot-chuyen/",
    ):
        assert MARK in text_of(client.get(path)), path
    number = world.certificates.get().number
    assert "/mam-tep_" in text_of(client.get("/sitemap-products.xml"))
    assert f"/certificate/{number}/" in text_of(client.get("/sitemap-certificates.xml"))
    for path in ("products.xml", "products.csv", "en/products.xml", "en/products.csv"):
        assert MARK in text_of(client.get(f"/feeds/{path}")), path
    (shared,) = re.findall(
        r"/share/[^\"]+product[^\"]+png", text_of(client.get(world.get_absolute_url()))
    )[:1]
    assert client.get(shared)["Content-Type"] == "image/png"
    client.post(reverse("basket:add", args=[world.pk]), {"quantity": 1})
    assert MARK in text_of(client.get("/basket/"))


@pytest.mark.parametrize("unlist", UNLISTINGS)
def test_an_unlisted_product_is_shown_and_sold_nowhere(world, unlist):
    clients = visitors(world)
    unlist(world)

    leaks = []
    for who, client in clients.items():
        for name, path in places_to_look(world):
            response = client.get(path)
            content = text_of(response)
            assert response.status_code < 500, (who, path)
            linked = "/mam-tep_" in content and "mam-tep_" not in path
            if POLICY[name] == HIDES and (MARK in content or linked):
                leaks.append((who, path, "shown"))
            if f"/basket/add/{world.pk}/" in content:
                leaks.append((who, path, "sold"))
    assert leaks == []


@pytest.mark.parametrize("unlist", UNLISTINGS)
def test_an_unlisted_product_cannot_be_put_into_a_basket_wished_or_ordered(world, unlist):
    clients = visitors(world)
    unlist(world)
    world.wishlists_lines.all().delete()

    for client in clients.values():
        before = client.get("/basket/").wsgi_request.basket.num_items
        client.post(reverse("basket:add", args=[world.pk]), {"quantity": 1})
        client.post(reverse("customer:wishlists-add-product", args=[world.pk]))
        client.post(reverse("checkout:index"), order_form(world))
        assert client.get("/basket/").wsgi_request.basket.num_items <= before
    assert world.wishlists_lines.count() == 0
    assert Order.objects.count() == 1  # that of before


@pytest.mark.parametrize("unlist", UNLISTINGS)
def test_outside_nothing_is_said_of_an_unlisted_product(world, client, unlist):
    page = world.get_absolute_url()
    (shared,) = set(re.findall(r"/share/[^\"]+/product/[^\"]+png", text_of(client.get(page))))
    number = world.certificates.get().number
    unlist(world)

    content = text_of(client.get(page))
    assert client.get(shared).status_code == 404
    assert number not in text_of(client.get("/sitemap-certificates.xml"))
    assert '"Product"' not in content
    assert '"Offer"' not in content
    assert "/share/" not in content.split("</head>")[0]


@pytest.mark.parametrize("unlist", [end, revoke])
def test_the_page_of_an_ended_product_stays_says_so_and_is_not_indexed(world, client, unlist):
    unlist(world)

    response = client.get(world.get_absolute_url())
    content = text_of(response)

    assert response.status_code == 200
    assert MARK in content
    assert '<meta name="robots" content="noindex">' in content
    since = timezone.localdate().strftime("%d/%m/%Y")  # the day after the last, or of the act
    assert f"Không bán từ ngày {since}" in content
    assert world.certificates.get().number in content
