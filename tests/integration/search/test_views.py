"""The pages that list products, through the client and the theme."""

import pytest
from django.urls import reverse

from catalogue.certification.states import CertificateState
from catalogue.partner.states import PartnerState
from search import indexing
from tests.factories.catalogue import PartnerFactory, ProductFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("market"),
]

HOSTILE = [
    "foo:bar AND (",
    "a" * 10_000,
    "e\u0301\u0323\u0302" * 3_000,
    "\x00\x01\x02",
    "\u202e\u0627\u0644\u0634\u0627\u064a \u202c",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "[1 TO 5] {a TO b} ^2 ~3 * ? \\",
    "%00%ff",
    "\U0001f375" * 300,
]


def test_the_catalogue_shows_every_product(client, market):
    answer = client.get("/catalogue/")
    assert answer.status_code == 200
    for good in vars(market.goods).values():
        assert f"_{good.pk}/" in answer.content.decode()
    assert answer.context["breadcrumbs"] == [("Tất cả sản vật", "/catalogue/")]


def test_a_search_shows_what_was_typed_and_found(client, market):
    answer = client.get("/search/", {"q": "che ta xua"})
    assert [card.id for card in answer.context["listing"].cards] == [market.goods.tea.pk]
    assert answer.context["q"] == "che ta xua"


def test_a_category_shows_its_goods_and_the_categories_below_it(client, market):
    answer = client.get(f"/catalogue/category/thuc-pham_{market.food.pk}/")
    assert {card.id for card in answer.context["listing"].cards} == {
        market.goods.tea.pk,
        market.goods.salt.pk,
    }
    tea = f"/catalogue/category/thuc-pham/che_{market.category.pk}/"
    assert answer.context["children"][0] == ("Chè", tea, 1)
    answer = client.get(tea)
    assert [card.id for card in answer.context["listing"].cards] == [market.goods.tea.pk]
    assert [name for name, _ in answer.context["breadcrumbs"]] == ["Thực phẩm", "Chè"]
    assert answer.context["children"] == []


def test_a_category_under_another_slug_is_sent_on(client, market):
    answer = client.get(f"/catalogue/category/cu_{market.food.pk}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"/catalogue/category/thuc-pham_{market.food.pk}/"


def test_an_unknown_or_hidden_category_is_not_there(client, market):
    assert client.get("/catalogue/category/x_9999/").status_code == 404
    market.food.is_public = False
    market.food.save()
    assert client.get(f"/catalogue/category/thuc-pham_{market.food.pk}/").status_code == 404


def test_a_partner_page_tells_who_sells_and_shows_its_goods(client, market):
    answer = client.get("/hop-tac-xa/htx-muoi/")
    assert [card.id for card in answer.context["listing"].cards] == [market.goods.salt.pk]
    assert dict(answer.context["facts"]) == {
        "Tên pháp lý": "HTX Muối Đông Hải",
        "Loại hình": "Hợp tác xã",
        "Mã số thuế": "5500123456",
        "Địa chỉ": "Xã Tân Lập, Cà Mau",
        "Điện thoại": "0212 3850 123",
        "Thư điện tử": "htx-muoi@example.vn",
    }


def test_a_suspended_partner_says_so_and_shows_no_goods(client, market):
    market.partner.state = PartnerState.SUSPENDED
    market.partner.save()
    answer = client.get("/hop-tac-xa/htx-muoi/")
    assert answer.status_code == 200
    assert answer.context["listing"].cards == ()
    assert "Gian hàng này đang tạm ngừng bán trên chợ." in answer.content.decode()
    assert "Muối hạt" not in answer.content.decode()


def test_an_applied_or_unknown_partner_is_not_there(client):
    PartnerFactory(code="moi", state=PartnerState.APPLIED)
    assert client.get("/hop-tac-xa/moi/").status_code == 404
    assert client.get("/hop-tac-xa/nobody/").status_code == 404


def test_a_revoked_certificate_takes_its_product_off_every_list(client, market, today):
    certificate = market.goods.tea.certificates.get()
    certificate.state, certificate.revoked_on = CertificateState.REVOKED, today
    certificate.save()
    for address in (
        "/catalogue/",
        "/search/?q=che",
        f"/catalogue/category/thuc-pham_{market.food.pk}/",
        market.goods.tea.partner.get_absolute_url(),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        shown = {card.id for card in answer.context["listing"].cards}
        assert market.goods.tea.pk not in shown


@pytest.mark.parametrize("name", ["q", "region", "province", "category", "stars", "price_min",
                                  "price_max", "partner", "sort", "page", "price"])  # fmt: skip
@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_never_break_a_page(client, name, value):
    answer = client.get("/search/", {name: value})
    assert answer.status_code == 200
    assert "<script>alert(1)" not in answer.content.decode()


def test_a_page_far_beyond_the_end_is_the_last(client):
    answer = client.get("/catalogue/", {"page": "400"})
    assert (answer.status_code, answer.context["listing"].page) == (200, 1)
    assert client.get("/catalogue/", {"page": "1000000000"}).status_code == 200


@pytest.mark.parametrize("count", [30, 300])
def test_pages_take_the_same_queries_with_many_products(
    client, market, count, today, settings, django_assert_num_queries
):
    settings.PAGE_CACHE_SECONDS = 0
    for _ in range(count):
        ProductFactory(partner=market.partner, categories=[market.category])
    indexing.rebuild(on=today)
    for address, queries in (
        (reverse("catalogue:index"), 3),
        ("/search/?q=che&stars=4", 3),
        (f"/catalogue/category/thuc-pham/che_{market.category.pk}/", 5),
        ("/hop-tac-xa/htx-muoi/", 5),
    ):
        client.get(address)
        with django_assert_num_queries(queries):
            assert client.get(address).status_code == 200
