"""Products by API: the answer's shape, its refusals, its cost."""

import json

import pytest

from catalogue.certification.states import CertificateState
from catalogue.partner.states import PartnerState
from search import indexing
from tests.factories.catalogue import ProductFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("market"),
]


def get(client, path, **parameters):
    answer = client.get(f"/api/v1{path}", parameters)
    return answer, json.loads(answer.content)


def ids(body):
    return [result["id"] for result in body["results"]]


def test_a_product_says_what_it_is_where_from_and_under_which_certificate(client, market):
    answer, body = get(client, "/products", q="muoi hat")
    salt = market.goods.salt
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert (body["count"], body["next"], body["previous"]) == (1, None, None)
    (result,) = body["results"]
    assert result.pop("image").startswith("http://testserver/label/")
    assert result == {
        "id": salt.pk,
        "slug": "muoi-hat",
        "name": "Muối hạt",
        "name_en": "",
        "url": f"http://testserver/catalogue/muoi-hat_{salt.pk}/",
        "price": 30_000,
        "currency": "VND",
        "in_stock": True,
        "stars": 5,
        "group": "food",
        "category": ["thuc-pham", "gia-vi"],
        "province": {"code": 96, "slug": "ca-mau", "name": "Cà Mau", "old_names": ["Bạc Liêu"]},
        "commune": "",
        "partner": {"slug": "htx-muoi", "name": "HTX Muối Đông Hải"},
        "certificate": {
            "number": salt.certificates.get().number,
            "stars": 5,
            "expires_on": "2028-02-29",
        },
    }


def test_the_answer_counts_facets_and_tells_how_it_was_found(client):
    _, body = get(client, "/products", province="ca-mau")
    assert body["facets"] == {
        "region": [
            {"value": "dong-bang-song-cuu-long", "label": "Đồng bằng sông Cửu Long", "count": 1}
        ],
        "province": [
            {"value": "ca-mau", "label": "Cà Mau", "count": 1},
            {"value": "son-la", "label": "Sơn La", "count": 2},
        ],
        "category": [
            {"value": "thuc-pham", "label": "Thực phẩm", "count": 1},
            {"value": "gia-vi", "label": "Gia vị", "count": 1},
        ],
        "group": [{"value": "food", "label": "Thực phẩm", "count": 1}],
        "stars": [{"value": "5", "label": "5 sao", "count": 1}],
        "price": [{"value": "0-50000", "label": "Dưới 50.000 ₫", "count": 1}],
        "in_stock": [{"value": "1", "label": "Chỉ thứ còn hàng", "count": 1}],
        "in_season": [],
        "commune": [],
    }
    took = body["search"].pop("took_ms")
    assert 0 < took < 1_000
    assert body["search"] == {"engine": "embedded", "step": "exact", "corrected": None}


@pytest.mark.parametrize(
    ("parameters", "names"),
    [
        ({"q": "chè"}, {"tea"}),
        ({"province": "bac-lieu"}, {"salt"}),
        ({"province": ["bac-lieu", "son-la"]}, {"tea", "wine", "salt"}),
        ({"region": "dong-bang-song-cuu-long"}, {"salt"}),
        ({"category": "thuc-pham"}, {"tea", "salt"}),
        ({"group": "beverage"}, {"wine"}),
        ({"stars": ["3", "4"]}, {"tea", "wine"}),
        ({"partner": "htx-muoi"}, {"salt"}),
        ({"price_min": "100000", "price_max": "200000"}, {"tea"}),
        ({"in_stock": "1"}, {"tea", "salt"}),
        ({"q": "chè", "stars": "5"}, set()),
    ],
)
def test_filters_find_what_they_name(client, market, parameters, names):
    _, body = get(client, "/products", **parameters)
    assert set(ids(body)) == {getattr(market.goods, name).pk for name in names}
    assert body["count"] == len(names)


def test_sorting_and_pages(client, market):
    goods = market.goods
    _, body = get(client, "/products", sort="price", page_size="2", stars=["3", "4", "5"])
    assert ids(body) == [goods.salt.pk, goods.tea.pk]
    assert (body["count"], body["previous"]) == (3, None)
    assert body["next"] == (
        "http://testserver/api/v1/products?stars=3&stars=4&stars=5&sort=price&page_size=2&page=2"
    )
    _, body = get(client, "/products", sort="price", page_size="2", page="2")
    assert ids(body) == [goods.wine.pk]
    assert body["next"] is None
    assert body["previous"] == "http://testserver/api/v1/products?sort=price&page_size=2"
    _, body = get(client, "/products", page="9")
    assert (body["count"], body["results"]) == (3, [])


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("region", "mars", "unknown"),
        ("province", "sonla", "unknown"),
        ("category", "x", "unknown"),
        ("group", "x", "unknown"),
        ("stars", "6", "unknown"),
        ("partner", "x", "unknown"),
        ("sort", "best", "unknown"),
        ("in_stock", "maybe", "unknown"),
        ("price_min", "abc", "not_a_number"),
        ("price_max", "-5", "out_of_range"),
        ("page", "0", "out_of_range"),
        ("page", "1000000000", "out_of_range"),
        ("page_size", "101", "out_of_range"),
        ("page_size", "0", "out_of_range"),
        ("q", "a" * 201, "too_long"),
    ],
)
def test_a_bad_parameter_is_named_in_a_problem(client, name, value, code):
    answer, body = get(client, "/products", **{name: value})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert (body["type"], body["title"], body["status"]) == ("about:blank", "Bad Request", 400)
    (error,) = body["errors"]
    assert (error["parameter"], error["value"], error["code"]) == (name, value[:80], code)
    assert error["detail"]


HOSTILE = [
    "foo:bar AND (", "a" * 10_000, "e\u0301\u0323" * 5_000, "\x00\x01", "\u202e\u0627\u0644",
    "[1 TO 5] {a TO b}^2~3*?\\", "' OR 1=1 --", "\U0001f375" * 300, "1" * 5_000, "٣",
]  # fmt: skip


NAMES = (
    "q region province category group stars partner price price_min price_max in_stock sort page"
    " page_size"
)


@pytest.mark.parametrize("name", NAMES.split())
def test_hostile_values_are_answered_or_refused(client, name):
    for value in HOSTILE:
        answer, _ = get(client, "/products", **{name: value})
        assert answer.status_code in {200, 400}
        answer, _ = get(client, "/suggest", q=value, limit="5")
        assert answer.status_code == 200


def test_one_product_tells_all_its_page_tells(client, market):
    answer, body = get(client, f"/products/{market.goods.tea.pk}")
    assert answer.status_code == 200
    assert (body["id"], body["net_quantity"]) == (market.goods.tea.pk, "Gói 100 g")
    assert body["category"] == ["thuc-pham", "che"]
    assert body["shipping"] == {"needs_delivery": True, "weight_grams": 150}
    assert [each["state"] for each in body["certificates"]] == ["in_force"]
    assert (body["gallery"], body["stories"], body["lots"]) == ([], [], [])


@pytest.mark.parametrize("number", ["999", "0", "abc", "9" * 30, "-1", "%00", "1.5"])
def test_an_unknown_product_is_a_problem(client, number):
    answer, body = get(client, f"/products/{number}")
    assert (answer.status_code, body["status"]) == (404, 404)
    assert answer["Content-Type"] == "application/problem+json"


def hide_revoked(market, today):
    certificate = market.goods.tea.certificates.get()
    certificate.state, certificate.revoked_on = CertificateState.REVOKED, today
    certificate.save()


def hide_suspended(market, today):
    market.goods.tea.partner.state = PartnerState.SUSPENDED
    market.goods.tea.partner.save()


def hide_unpublished(market, today):
    market.goods.tea.is_public = False
    market.goods.tea.save()


@pytest.mark.parametrize("hide", [hide_revoked, hide_suspended, hide_unpublished])
@pytest.mark.parametrize("drained", [False, True])
def test_what_is_not_listed_is_nowhere(client, market, today, hide, drained):
    tea = market.goods.tea.pk
    hide(market, today)
    if drained:
        indexing.drain_dirty(on=today)
    _, body = get(client, "/products", q="che ta xua")
    assert (body["count"], body["results"]) == (0, [])
    assert tea not in ids(get(client, "/products")[1])
    assert get(client, f"/products/{tea}")[0].status_code == 404
    _, suggestions = get(client, "/suggest", q="che")
    assert [each for each in suggestions if each["kind"] == "product"] == []


@pytest.mark.parametrize("count", [30, 300])
def test_a_page_of_products_takes_five_queries(
    client, market, count, today, django_assert_num_queries
):
    for _ in range(count):
        ProductFactory(partner=market.partner, categories=[market.category])
    indexing.rebuild(on=today)
    for page_size in (10, 100):
        with django_assert_num_queries(5):
            _, body = get(client, "/products", q="che", page_size=page_size)
        assert len(body["results"]) == min(page_size, count + 1)


def test_one_product_takes_eight_queries(client, market, django_assert_num_queries):
    with django_assert_num_queries(8):
        get(client, f"/products/{market.goods.tea.pk}")
