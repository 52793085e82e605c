from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from catalogue.kernel.moves import MoveRefused
from catalogue.partner.models import InsufficientStock, Partner, StockRecord, TeamMember
from catalogue.partner.operations import move_partner, seat_member
from catalogue.partner.states import PARTNER_MOVES, PartnerState, TeamRole
from marketplace.accounts.models import User
from tests.factories.catalogue import PartnerFactory, ProductFactory, StockRecordFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.mark.parametrize("source", list(PartnerState))
@pytest.mark.parametrize("target", list(PartnerState))
def test_a_partner_moves_by_the_table_only(source, target):
    partner = PartnerFactory(state=source)

    if PARTNER_MOVES.allows(source, target):
        move_partner(partner_id=partner.pk, to=target, at=NOW, reason="kiểm tra")
        change = partner.changes.get()
        assert Partner.objects.get().state == target
        assert (change.from_state, change.to_state, change.reason) == (source, target, "kiểm tra")
    else:
        with pytest.raises(MoveRefused):
            move_partner(partner_id=partner.pk, to=target, at=NOW)
        assert Partner.objects.get().state == source
        assert partner.changes.count() == 0


def test_a_second_seat_for_the_same_person_changes_the_role():
    partner, user = PartnerFactory(), User.objects.create_user("a@example.vn", "x")

    seat_member(partner=partner, user=user, role=TeamRole.OWNER)
    seat_member(partner=partner, user=user, role=TeamRole.ORDERS)

    assert TeamMember.objects.get().role == TeamRole.ORDERS


def test_allocation_takes_what_is_free_and_refuses_more():
    stock = ProductFactory(stock__num_in_stock=5).stockrecords.get()

    stock.allocate(5)
    with pytest.raises(InsufficientStock):
        stock.allocate(1)

    stock.refresh_from_db()
    assert (stock.num_in_stock, stock.num_allocated, stock.net_stock_level) == (5, 5, 0)


def test_the_database_itself_refuses_what_the_guard_lets_through():
    stock = ProductFactory(stock__num_in_stock=5).stockrecords.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.filter(pk=stock.pk).update(num_allocated=6)


def test_a_product_has_one_partner():
    product = ProductFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecordFactory(product=product, partner=PartnerFactory())


@pytest.mark.parametrize("price", ["1000.50", "-1"])
def test_a_price_is_whole_dong_and_not_negative(price):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProductFactory(stock__price=price)


def test_the_database_refuses_a_state_that_no_partner_has():
    PartnerFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Partner.objects.update(state="retired")


def test_a_form_refuses_another_seller_than_the_products():
    stock = ProductFactory().stockrecords.get()
    stock.full_clean()

    stock.partner = PartnerFactory()

    with pytest.raises(ValidationError, match="của người bán khác"):
        stock.full_clean()
