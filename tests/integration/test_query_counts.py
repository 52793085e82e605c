"""SQL for an anonymous visitor, exactly, and the same however many products there are.

The menu's regions are read once in five minutes, the map and the trail of a category as well;
they are warm here, as they are for every visitor but the first.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from catalogue.models import Category, Product
from catalogue.partner.models import Partner
from catalogue.places.operations import load_places
from cms.operations import prepare_pages
from marketplace.demonstration.generate import generate_products
from search.indexing import rebuild

pytestmark = pytest.mark.django_db
#: The issue allows 12 for lists and categories, 14 for a product.
QUERIES = {
    "list": 3,
    "search": 3,
    "category": 5,
    "product": 5,
    "province": 10,
    "region": 7,
    "partner": 5,
    "home": 11,
}


@pytest.mark.parametrize("count", [100, 10_000])
def test_pages_take_the_same_queries_however_many_products(client, count, settings):
    settings.PAGE_CACHE_SECONDS = 0
    load_places()
    prepare_pages()
    generate_products(count=count, on=timezone.localdate())
    rebuild(on=timezone.localdate())
    product = Product.objects.select_related("province__region").order_by("pk")[count // 2]
    pages = {
        "list": "/catalogue/",
        "search": "/search/?q=tra&stars=3",
        "category": Category.objects.get(slug="che").get_absolute_url(),
        "product": product.get_absolute_url(),
        "province": reverse("province", args=[product.province.slug]),
        "region": reverse("region", args=[product.province.region.slug]),
        "partner": Partner.objects.first().get_absolute_url(),
        "home": "/",
    }
    counted = {}
    for name, address in pages.items():
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counted[name] = len(queries)
    assert counted == QUERIES
