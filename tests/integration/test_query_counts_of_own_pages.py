"""SQL of the pages that hold somebody's rows: exactly as much for few rows as for many."""

from datetime import date

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from oscar.apps.catalogue.reviews.models import ProductReview

from catalogue.certification.models import Certificate
from catalogue.certification.states import CertificateState, IssuerLevel
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.accounts.operations import add_to_wish_list
from marketplace.order.links import order_link
from tests.factories.order import (
    TODAY,
    PartnerFactory,
    ProductFactory,
    UserFactory,
    placed_order,
    seat,
)

pytestmark = pytest.mark.django_db
FEW, MANY = 2, 12


@pytest.fixture(autouse=True)
def pages_are_made(settings, today):
    settings.PAGE_CACHE_SECONDS = 0
    Site.objects.get_or_create(pk=1, defaults={"domain": "example.vn", "name": "Chợ Phiên"})
    prepare_pages()


def queries_of(client, address):
    """How many queries a page takes for a visitor who is not the first of the process."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def of_three_sellers(lines):
    sellers = [PartnerFactory() for _ in range(3)]
    return [ProductFactory(partner=partner) for partner in sellers for _ in range(lines)]


def basket_page(rows):
    client = Client()
    for product in of_three_sellers(rows):
        client.post(reverse("basket:add", args=[product.pk]), {"quantity": 1})
    client.get("/basket/")
    return client, "/basket/"


def checkout_page(rows):
    client, _ = basket_page(rows)
    return client, reverse("checkout:index")


def signed_in_basket(rows):
    client = Client()
    client.force_login(UserFactory())
    for product in of_three_sellers(rows):
        client.post(reverse("basket:add", args=[product.pk]), {"quantity": 1})
    client.get("/basket/")
    return client, "/basket/"


def order_by_link(rows):
    order = placed_order(*of_three_sellers(rows))
    return Client(), order_link(order.number)


def own_order(rows):
    user = UserFactory()
    order = placed_order(*of_three_sellers(rows), user=user)
    client = Client()
    client.force_login(user)
    return client, reverse("customer:order", args=[order.number])


def own_orders(rows):
    user = UserFactory()
    for _ in range(rows):
        placed_order(*of_three_sellers(1), user=user)
    client = Client()
    client.force_login(user)
    return client, reverse("customer:order-list")


def account(rows):
    client, _ = own_orders(rows)
    return client, reverse("customer:summary")


def wish_list(rows):
    user = UserFactory()
    for _ in range(rows):
        add_to_wish_list(user=user, product_id=ProductFactory().pk, on=TODAY)
    client = Client()
    client.force_login(user)
    return client, reverse("customer:wishlists-list")


def seller_desk(rows):
    partner = PartnerFactory()
    for _ in range(rows):
        placed_order(ProductFactory(partner=partner))
    client = Client()
    client.force_login(seat(partner))
    return client, reverse("seller:index")


def seller_order(rows):
    partner = PartnerFactory()
    order = placed_order(*(ProductFactory(partner=partner) for _ in range(rows)))
    client = Client()
    client.force_login(seat(partner))
    return client, reverse("seller:order", args=[order.partner_orders.get().number])


def stories(rows):
    indexes = prepare_pages()
    for number in range(rows):
        write_a_story(f"chuyen-{number}", [ProductFactory()], indexes)
    return Client(), "/cau-chuyen/"


def story(rows):
    write_a_story("mot-chuyen", [ProductFactory() for _ in range(rows)], prepare_pages())
    return Client(), "/cau-chuyen/mot-chuyen/"


def write_a_story(slug, products, indexes):
    words = StoryText("Một chuyện", "Mở đầu", "", [{"type": "products"}])
    place = products[0].province
    write_story(
        story=Story(slug, place, products, [], {"vi": words}, []),
        indexes=indexes,
        at=timezone.now(),
    )


def certificate(rows):
    """With the product's earlier certificates below it."""
    product = ProductFactory()
    for number in range(rows):
        Certificate.objects.create(
            product=product,
            number=f"CU-{product.pk}-{number}",
            stars=3,
            decision_number="1/QĐ-UBND",
            issuer_level=IssuerLevel.PROVINCE,
            issuer_name="Ủy ban nhân dân tỉnh",
            issued_on=date(2018, 1, 1),
            ends_on=date(2021, 1, 1),
            state=CertificateState.SUPERSEDED,
        )
    return Client(), reverse("certificate", args=[f"GCN-{product.pk}"])


def reviews(rows):
    product = ProductFactory()
    for _ in range(rows):
        ProductReview.objects.create(
            product=product, user=UserFactory(), score=5, title="Ngon", body="Rất ngon", status=1
        )
    arguments = {"product_slug": product.slug, "product_pk": product.pk}
    return Client(), reverse("catalogue:reviews-list", kwargs=arguments)


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        (basket_page, 11),
        (signed_in_basket, 13),
        (checkout_page, 13),
        (order_by_link, 5),
        (own_order, 10),
        (own_orders, 7),
        (account, 6),
        (wish_list, 7),
        (seller_desk, 9),
        (seller_order, 9),
        (stories, 12),
        (story, 18),
        (certificate, 3),
        (reviews, 3),
    ],
)
def test_a_page_takes_the_same_queries_for_few_rows_and_for_many(page, queries):
    few = queries_of(*page(FEW))
    many = queries_of(*page(MANY))
    assert (few, many) == (queries, queries)
