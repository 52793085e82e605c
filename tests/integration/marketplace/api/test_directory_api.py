"""The ways into the catalogue by API."""

import json
from datetime import date

import pytest

from catalogue.certification.states import CertificateState, RevocationGround
from catalogue.partner.states import PartnerState
from tests.factories.catalogue import CertificateFactory, CommuneFactory, PartnerFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("market"),
]
ROOT = "http://testserver"


def get(client, path, **parameters):
    answer = client.get(f"/api/v1{path}", parameters)
    return answer, json.loads(answer.content)


def test_regions_with_their_counts(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        _, body = get(client, "/regions")
    assert (body["count"], body["next"], body["previous"]) == (2, None, None)
    assert body["results"][1] == {
        "slug": "dong-bang-song-cuu-long",
        "name": "Đồng bằng sông Cửu Long",
        "name_en": "Mekong Delta",
        "url": f"{ROOT}/vung/dong-bang-song-cuu-long/",
        "products": 1,
    }


def test_provinces_with_their_old_names(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        _, body = get(client, "/provinces")
    assert body["results"][0] == {
        "code": 96,
        "slug": "ca-mau",
        "name": "Cà Mau",
        "name_en": "Sơn La",
        "kind": "Tỉnh",
        "region": "dong-bang-song-cuu-long",
        "old_names": ["Bạc Liêu"],
        "url": f"{ROOT}/tinh/ca-mau/",
        "products": 1,
    }
    assert body["results"][1]["products"] == 2


def test_communes_of_a_province_by_its_slug_of_today_or_before(client, market):
    CommuneFactory(code="31825", name="Đông Hải", kind="xa", province=market.province)
    expected = [{"code": "31825", "name": "Đông Hải", "kind": "Xã"}]
    assert get(client, "/communes", province="ca-mau")[1] == expected
    assert get(client, "/communes", province="bac-lieu")[1] == expected


@pytest.mark.parametrize("slug", ["", "mars", "\x00", "a" * 5_000])
def test_communes_of_no_province_name_the_parameter(client, slug):
    answer, body = get(client, "/communes", province=slug)
    assert answer.status_code == 400
    assert [error["parameter"] for error in body["errors"]] == ["province"]


def test_categories_in_the_order_of_the_tree(client, market, django_assert_num_queries):
    with django_assert_num_queries(1):
        _, body = get(client, "/categories")
    assert [(each["path"], each["products"]) for each in body["results"]] == [
        (["thuc-pham"], 2),
        (["thuc-pham", "che"], 1),
        (["thuc-pham", "gia-vi"], 1),
    ]
    assert body["results"][1]["url"] == (
        f"{ROOT}/catalogue/category/thuc-pham/che_{market.category.pk}/"
    )


@pytest.mark.parametrize("count", [3, 40])
def test_partners_are_paged_and_cost_two_queries(client, count, django_assert_num_queries):
    for _ in range(count):
        PartnerFactory()
    PartnerFactory(code="moi", state=PartnerState.APPLIED)
    with django_assert_num_queries(2):
        _, body = get(client, "/partners", page_size="5")
    # Three goods, three sellers of their own.
    assert (body["count"], len(body["results"])) == (count + 3, 5)
    assert body["next"] == f"{ROOT}/api/v1/partners?page_size=5&page=2"
    assert "moi" not in {each["slug"] for each in body["results"]}


def test_one_partner_tells_what_the_law_wants_known(client):
    _, body = get(client, "/partners/htx-muoi")
    assert body == {
        "slug": "htx-muoi",
        "name": "HTX Muối Đông Hải",
        "kind": "Hợp tác xã",
        "province": "Cà Mau",
        "url": f"{ROOT}/hop-tac-xa/htx-muoi/",
        "products": 1,
        "state": "active",
        "legal_name": "HTX Muối Đông Hải",
        "tax_code": "5500123456",
        "address": "Xã Tân Lập, Cà Mau",
        "phone": "+842123850123",
        "email": "htx-muoi@example.vn",
        "about": "",
    }


def test_an_applied_or_unknown_partner_is_a_problem(client):
    PartnerFactory(code="moi", state=PartnerState.APPLIED)
    for slug in ("moi", "nobody", "%00"):
        answer, body = get(client, f"/partners/{slug}")
        assert (answer.status_code, body["title"]) == (404, "Not Found")


def test_a_certificate_can_be_checked_also_when_it_was_revoked(client, market, today):
    before = CertificateFactory(
        product=market.goods.tea,
        number="SL-00001-2022",
        state=CertificateState.REVOKED,
        issued_on=date(2022, 3, 1),
        ends_on=date(2025, 2, 28),
        revoked_on=date(2024, 6, 1),
        revocation_ground=RevocationGround.MARK_MISUSED,
    )
    _, body = get(client, f"/certificates/{before.number}")
    assert (body["state"], body["revoked_on"]) == ("revoked", "2024-06-01")
    assert body["ground"] == "Dùng sai nhãn hiệu OCOP"
    assert body["product"]["id"] == market.goods.tea.pk
    assert [each["state"] for each in body["history"]] == ["in_force", "revoked"]


@pytest.mark.parametrize("path", ["/certificates/none", "/certificates/%00", "/nothing", "/x/y"])
def test_an_unknown_address_is_a_problem_not_a_page(client, path):
    answer, body = get(client, path)
    assert (answer.status_code, body["status"]) == (404, 404)
    assert answer["Content-Type"] == "application/problem+json"


def test_suggestions_name_their_kind(client, market):
    _, found = get(client, "/suggest", q="c")
    assert [(each["kind"], each["label"]) for each in found] == [
        ("province", "Cà Mau"),
        ("category", "Chè"),
        ("product", "Chè Tà Xùa"),
        ("query", "c"),
    ]
    _, found = get(client, "/suggest", q="bac lieu")
    assert found[0] == {
        "kind": "province", "label": "Cà Mau (Bạc Liêu cũ)", "url": "/tinh/ca-mau/",
    }  # fmt: skip
    _, found = get(client, "/suggest", q="htx mu")
    assert found[0]["url"] == "/hop-tac-xa/htx-muoi/"
    assert get(client, "/suggest", q="  ")[1] == []
    assert len(get(client, "/suggest", q="c", limit="2")[1]) == 2


@pytest.mark.parametrize("limit", ["0", "21", "x"])
def test_a_bad_limit_is_named(client, limit):
    answer, body = get(client, "/suggest", q="c", limit=limit)
    assert (answer.status_code, body["errors"][0]["parameter"]) == (400, "limit")


def test_the_documentation_names_every_address(client):
    _, schema = get(client, "/openapi.json")
    assert sorted(schema["paths"]) == [
        "/api/v1/categories",
        "/api/v1/certificates/{number}",
        "/api/v1/communes",
        "/api/v1/partners",
        "/api/v1/partners/{slug}",
        "/api/v1/products",
        "/api/v1/products/{number}",
        "/api/v1/provinces",
        "/api/v1/regions",
        "/api/v1/suggest",
    ]
    parameters = schema["paths"]["/api/v1/products"]["get"]["parameters"]
    assert {"q", "region", "province", "stars", "sort", "page"} <= {
        parameter["name"] for parameter in parameters
    }
    assert client.get("/api/v1/docs").status_code == 200
