"""Cards: what they say, and what they cost."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import translation

from catalogue.certification.states import CertificateState
from catalogue.models import Product
from catalogue.partner.states import PartnerState
from catalogue.queries import product_cards
from tests.factories.catalogue import (
    ENDS,
    CertificateFactory,
    OldProvinceFactory,
    PartnerFactory,
    ProductFactory,
)

pytestmark = pytest.mark.django_db


def test_a_card_tells_name_place_price_stars_and_partner(today):
    partner = PartnerFactory(name="HTX Mường Khương", code="htx-muong-khuong")
    product = ProductFactory(
        title_vi="Cà phê Buôn Ma Thuột", slug="ca-phe", partner=partner, stock__price=85_000
    )
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.id == product.pk
    assert card.url == f"/catalogue/ca-phe_{product.pk}/"
    assert card.name == "Cà\u00a0phê Buôn\u00a0Ma\u00a0Thuột"
    assert card.place == "Tân\u00a0Lập, Sơn\u00a0La"
    assert card.printing in {"NB0", "NB1"}
    assert card.art_url.endswith(".svg")
    assert (card.price, card.net_quantity, card.stars) == (85_000, "Gói 100 g", 4)
    assert (card.renewing, card.in_stock, card.season, card.image_url) == (False, True, True, "")
    assert (card.partner_name, card.partner_url) == (
        "HTX Mường Khương",
        "/hop-tac-xa/htx-muong-khuong/",
    )
    assert card.add_url == f"/basket/add/{product.pk}/"


def test_english_is_shown_where_there_is_some(today):
    product = ProductFactory(title_vi="Mật ong", title_en="Honey", net_quantity_en="")
    with translation.override("en"):
        (card,) = product_cards(products=[product.pk], on=today)
    assert (card.name, card.net_quantity) == ("Honey", "Gói 100 g")


def test_the_old_province_gives_the_label_its_edge(today):
    product = ProductFactory(old_province=OldProvinceFactory(code=33, slug="hung-yen", area="SH"))
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.printing[:2] == "SH"


def test_neighbours_with_the_same_picture_get_different_inks(today):
    ids = [ProductFactory(title_vi="Mật ong", ocop_set=4).pk for _ in range(6)]
    printings = [card.printing for card in product_cards(products=ids, on=today)]
    assert all(left != right for left, right in pairwise(printings))


@pytest.mark.parametrize(("months", "expected"), [([], True), ([10, 11], True), ([1, 2], False)])
def test_season_is_of_the_day_asked_about(months, expected, today):
    product = ProductFactory(season_months=months)
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.season is expected


@pytest.mark.parametrize(
    ("held", "allocated", "expected"),
    [(5, None, True), (5, 4, True), (5, 5, False), (0, 0, False), (None, None, False)],
)
def test_in_stock_counts_what_is_allocated(held, allocated, expected, today):
    product = ProductFactory(stock__num_in_stock=held, stock__num_allocated=allocated)
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.in_stock is expected


def test_what_needs_no_stock_is_always_in_stock(today):
    product = ProductFactory(
        stock__num_in_stock=None,
        product_class__slug="du-lich",
        product_class__track_stock=False,
        ocop_set=26,
    )
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.in_stock is True


def test_a_product_without_stock_record_has_no_price_and_is_not_in_stock(today):
    product = ProductFactory(stock=None)
    (card,) = product_cards(products=[product.pk], on=today)
    assert (card.price, card.in_stock) == (None, False)


def test_a_certificate_under_extension_is_renewing(today):
    product = ProductFactory(
        certificate__issued_on=date(2023, 11, 1),
        certificate__ends_on=date(2026, 11, 1),
        certificate__extended_until=date(2027, 4, 30),
        certificate__state=CertificateState.EXTENDED,
    )
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.renewing is True
    assert product_cards(products=[product.pk], on=date(2027, 5, 1)) == []


def test_what_is_not_listed_is_left_out_whatever_the_caller_believes(today):
    good = ProductFactory()
    hidden = ProductFactory(is_public=False)
    bare = ProductFactory(certificate=None)
    revoked = ProductFactory(
        certificate__state=CertificateState.REVOKED, certificate__revoked_on=today
    )
    suspended = ProductFactory(partner__state=PartnerState.SUSPENDED)
    applied = ProductFactory(partner__state=PartnerState.APPLIED)
    ids = [product.pk for product in (hidden, bare, revoked, suspended, good, applied)]
    assert [card.id for card in product_cards(products=ids, on=today)] == [good.pk]
    assert [card.id for card in product_cards(products=Product.objects.all(), on=today)] == [
        good.pk
    ]
    assert product_cards(products=ids, on=ENDS + timedelta(days=1)) == []


def test_ids_keep_their_order_and_a_queryset_its_own(today):
    products = [ProductFactory() for _ in range(4)]
    ids = [products[index].pk for index in (2, 0, 3, 1)]
    assert [card.id for card in product_cards(products=[*ids, ids[0], 999], on=today)] == ids
    newest = Product.objects.order_by("-pk")
    assert [card.id for card in product_cards(products=newest, on=today, limit=2)] == [
        products[3].pk,
        products[2].pk,
    ]


@pytest.mark.parametrize("count", [1, 30])
def test_cards_take_one_query_however_many(count, today, django_assert_num_queries):
    ids = [ProductFactory().pk for _ in range(count)]
    with django_assert_num_queries(1):
        assert len(product_cards(products=ids, on=today)) == count
    with django_assert_num_queries(1):
        assert len(product_cards(products=Product.objects.all(), on=today)) == count


def test_the_certificate_in_force_gives_the_stars_not_the_one_before(today):
    product = ProductFactory(certificate__stars=5)
    CertificateFactory(
        product=product,
        stars=3,
        state=CertificateState.SUPERSEDED,
        issued_on=date(2022, 3, 1),
        ends_on=date(2025, 3, 1),
    )
    (card,) = product_cards(products=[product.pk], on=today)
    assert card.stars == 5
