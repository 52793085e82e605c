"""The search server is down: the shop goes on, says so, and loses nothing."""

import socket
from datetime import date

import pytest
from django.urls import reverse

from search import engines, indexing
from search.models import DirtyProduct, ProductText
from search.query import SearchRequest, Sort
from tests.factories.catalogue import ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nobody(settings, market):
    """Point the shop at a port that nobody listens on, after the market was indexed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{port}"
    engines._rest_of.cache_clear()
    yield
    engines._rest_of.cache_clear()


def found(today, **chosen):
    return set(engines.search(SearchRequest(**chosen), on=today).ids)


@pytest.mark.usefixtures("nobody")
def test_the_database_answers_with_whole_words_and_all_filters(market, today):
    goods, every = market.goods, {good.pk for good in vars(market.goods).values()}
    hits = engines.search(SearchRequest(q="che ta xua"), on=today)
    assert (hits.ids, hits.engine, hits.step) == ((goods.tea.pk,), "database", "exact")
    assert found(today, q="chè") == {goods.tea.pk}
    assert found(today, q="ch") == set()
    assert found(today) == every
    for chosen, expected in (
        ({"regions": ("dong-bang-song-cuu-long",)}, {goods.salt.pk}),
        ({"old_provinces": ("bac-lieu",)}, {goods.salt.pk}),
        ({"provinces": ("ca-mau",)}, {goods.salt.pk}),
        ({"categories": ("che",)}, {goods.tea.pk}),
        ({"groups": ("beverage",)}, {goods.wine.pk}),
        ({"stars": (3, 5)}, {goods.wine.pk, goods.salt.pk}),
        ({"partners": ("htx-muoi",)}, {goods.salt.pk}),
        ({"price_max": 30_000}, {goods.salt.pk}),
        ({"in_stock": True}, every - {goods.wine.pk}),
        ({"in_season": True}, set()),
    ):
        assert found(today, **chosen) == expected
    cheapest = engines.search(SearchRequest(sort=Sort.CHEAPEST), on=today).ids
    assert (cheapest[0], cheapest[-1]) == (goods.salt.pk, goods.wine.pk)


@pytest.mark.usefixtures("nobody")
def test_pages_work_and_say_that_the_search_is_reduced(client, market):
    for address in (
        f"{reverse('search:search')}?q=muoi",
        reverse("province", args=["ca-mau"]),
        market.category.get_absolute_url(),
        market.goods.tea.get_absolute_url(),
    ):
        assert client.get(address).status_code == 200
    page = client.get(f"{reverse('search:search')}?q=muoi").content.decode()
    assert "Muối hạt" in page
    assert "chế độ rút gọn" in page
    answer = client.get("/api/v1/products?q=muoi").json()
    assert (answer["count"], answer["search"]["engine"]) == (1, "database")
    assert client.get("/api/v1/suggest?q=muo").json()[0]["label"] == "Muối hạt"


@pytest.mark.usefixtures("nobody")
def test_the_shop_is_ready_and_names_what_is_missing(client):
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "parts": {"database": "ok", "cache": "ok", "search": "EngineDown"},
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("nobody")
def test_writing_goes_on_and_nothing_is_forgotten(today, caplog):
    DirtyProduct.objects.all().delete()
    product = ProductFactory(title_vi="Mật ong")
    assert set(DirtyProduct.objects.values_list("product_id", flat=True)) == {product.pk}
    assert indexing.drain_dirty(on=today) == 0
    assert engines.is_resting()
    assert sum("search engine" in record.message for record in caplog.records) == 1


def test_an_ended_certificate_is_not_found_in_the_database_either(nobody, market, today):
    assert found(date(2040, 1, 1)) == set()
    assert ProductText.objects.count() == 3
