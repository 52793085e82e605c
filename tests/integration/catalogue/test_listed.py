"""The one rule: which products may be shown and sold on a day."""

from datetime import date, timedelta

import pytest

from catalogue.certification.models import Certificate
from catalogue.models import Product
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState
from tests.factories.catalogue import ENDS, ISSUED, ProductFactory

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def listed(on=DAY):
    return list(Product.objects.listed(on=on))


def test_a_public_product_with_certificate_and_active_partner_is_listed():
    product = ProductFactory()

    assert listed() == [product]
    assert product.is_listed(on=DAY)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (ISSUED - timedelta(days=1), False),
        (ISSUED, True),
        (ENDS, True),
        (ENDS + timedelta(days=1), False),
    ],
)
def test_from_the_day_of_issue_to_the_last_day_and_no_longer(day, shown):
    product = ProductFactory()

    assert product.is_listed(on=day) is shown


def test_an_extension_moves_the_last_day():
    product = ProductFactory()
    last_day = ENDS + timedelta(days=100)
    Certificate.objects.update(state="extended", extended_until=last_day)

    assert product.is_listed(on=last_day)
    assert not product.is_listed(on=last_day + timedelta(days=1))


@pytest.mark.parametrize("state", ["superseded", "revoked"])
def test_a_superseded_or_revoked_certificate_lists_nothing(state):
    ProductFactory()
    Certificate.objects.update(state=state, revoked_on=DAY if state == "revoked" else None)

    assert listed() == []


def test_without_any_certificate_nothing_is_listed():
    ProductFactory(certificate=None)

    assert listed() == []


@pytest.mark.parametrize("state", [PartnerState.APPLIED, PartnerState.SUSPENDED])
def test_only_an_active_partner_sells(state):
    ProductFactory()
    Partner.objects.update(state=state)

    assert listed() == []


def test_a_product_that_is_not_public_is_not_listed():
    ProductFactory(is_public=False)

    assert listed() == []


def test_a_variant_is_covered_by_its_parents_certificate():
    parent = ProductFactory(structure=Product.PARENT, stock=None)
    child = ProductFactory(structure=Product.CHILD, parent=parent, certificate=None)

    assert set(listed()) == {parent, child}
    Certificate.objects.update(state="revoked", revoked_on=DAY)
    assert listed() == []


def test_the_rule_costs_one_query_with_one_exists(django_assert_num_queries):
    ProductFactory.create_batch(3)

    with django_assert_num_queries(1) as captured:
        listed()

    assert captured[0]["sql"].count("EXISTS") == 1
