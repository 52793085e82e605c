"""The demonstration in the database: its certificates on its first day, and a second loading."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.db.models import Q

from catalogue.certification.models import Certificate, CertificateChange
from catalogue.models import Category, Product
from catalogue.partner.models import Partner, StockRecord
from catalogue.places.operations import load_places
from marketplace.demonstration.operations import load_register

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker):
    """Load the demonstration once for the module; each test rolls back to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_register(now=NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def loaded(loaded_once, db):
    """Give a test the loaded demonstration."""


def snapshot():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Partner, Product, StockRecord, Certificate, CertificateChange, Category)
    ]


def test_a_second_loading_changes_nothing_not_even_a_year_later():
    before = snapshot()

    load_register(now=NOW)
    load_register(now=NOW + timedelta(days=400))

    assert snapshot() == before


def test_most_certificates_run_some_are_near_their_end_some_have_ended_a_few_are_revoked():
    certificates = Certificate.objects.all()
    in_force = certificates.in_force(on=TODAY)
    near = Q(ends_on__range=(TODAY + timedelta(days=120), TODAY + timedelta(days=180)))

    assert certificates.count() == Product.objects.count() == 653
    assert in_force.count() == 614
    assert in_force.filter(near).count() >= 39
    assert certificates.filter(state="extended").count() == 13
    assert certificates.filter(state="recognised", last_day__lt=TODAY).count() == 26
    assert certificates.filter(state="revoked").count() == 13
    assert Product.objects.listed(on=TODAY).count() == 614


def test_what_was_made_up_is_marked_in_the_database():
    assert not Product.objects.filter(demonstration_fields=[]).exists()
    assert not Partner.objects.filter(demonstration_fields=[]).exists()
    assert all("price" in each.demonstration_fields for each in Product.objects.all())
    assert all(
        {"phone", "tax_code"} <= set(each.demonstration_fields) for each in Partner.objects.all()
    )
    stated = Certificate.objects.exclude(demonstration_fields__icontains="issued_on")
    assert 0 < stated.count() < 653


def test_every_product_hangs_in_one_set_of_the_six_groups_and_one_of_34_provinces():
    assert Category.get_root_nodes().count() == 6
    assert Product.objects.values("province").distinct().count() == 34
    assert not Product.objects.filter(categories=None).exists()
