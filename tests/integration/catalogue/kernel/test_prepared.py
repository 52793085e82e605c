"""A compiled query answers as the queryset that it was made from."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import BigAutoField, DateField
from django.test.utils import CaptureQueriesContext

from catalogue.certification.models import Certificate
from catalogue.kernel.prepared import PreparedQuery, Slot, instance_of
from catalogue.models import Product
from catalogue.product_page import load_product
from tests.factories.catalogue import CertificateFactory, ProductFactory

pytestmark = pytest.mark.django_db


def certificates_in_force() -> PreparedQuery:
    return PreparedQuery(
        lambda: (
            Certificate.objects.in_force(on=Slot("on", DateField()))
            .filter(product_id=Slot("product", BigAutoField()))
            .values("number", "score", "issued_on", "product__title_vi")
        )
    )


def test_it_gives_the_rows_of_the_queryset_each_time_for_the_values_given():
    first, second = CertificateFactory(score="91.14"), CertificateFactory()
    query = certificates_in_force()
    for certificate in (first, second, first):
        plain = Certificate.objects.in_force(on=certificate.issued_on).filter(
            product_id=certificate.product_id
        )
        expected = list(plain.values("number", "score", "issued_on", "product__title_vi"))
        assert len(expected) == 1
        found = query.rows(on=certificate.issued_on, product=certificate.product_id)
        assert found == expected
    assert query.rows(on=date(1999, 1, 1), product=first.product_id) == []


def test_it_asks_the_database_once_each_time():
    certificate, query = CertificateFactory(), certificates_in_force()
    with CaptureQueriesContext(connection) as queries:
        query.rows(on=certificate.issued_on, product=certificate.product_id)
        query.rows(on=certificate.issued_on, product=certificate.product_id)
    assert len(queries) == 2


def test_a_slot_without_value_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="product"):
        certificates_in_force().rows(on=date(2026, 1, 1))


def test_an_instance_knows_what_it_points_at_without_asking():
    product = CertificateFactory().product
    region = product.province.region.name_vi
    loaded = load_product(pk=product.pk)
    with CaptureQueriesContext(connection) as queries:
        assert loaded == product
        assert loaded.partner == product.partner
        assert loaded.province == product.province
        assert loaded.province.region.name_vi == region
        assert loaded.title_vi == product.title_vi
    assert [query["sql"] for query in queries] == []


def test_what_is_not_set_stays_unset():
    product = ProductFactory(commune=None, old_province=None)
    loaded = load_product(pk=product.pk)
    assert (loaded.commune, loaded.old_province) == (None, None)


def test_a_column_that_is_not_in_the_row_is_read_when_it_is_asked_for():
    product = ProductFactory()
    loaded = instance_of(Product, {"id": product.pk})
    assert loaded.get_deferred_fields() >= {"slug", "upc"}
    assert loaded.slug == product.slug
