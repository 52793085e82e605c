from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from catalogue.kernel.moves import MoveRefused
from catalogue.partner.models import Partner
from catalogue.partner.states import PartnerState, TeamRole
from marketplace.order.links import order_for_token, order_token
from marketplace.order.models import Order, PartnerOrder, PartnerOrderChange
from marketplace.order.operations import ReasonMissing, move_partner_order
from marketplace.order.queries import (
    count_parts_by_state,
    order_timeline,
    partner_order_for,
    partner_orders_for,
)
from marketplace.order.states import (
    ORDER_MOVES,
    PARTNER_ORDER_MOVES,
    OrderState,
    PartnerOrderState,
)
from marketplace.outbox.models import OutboxMessage
from tests.factories.order import NOW, ProductFactory, placed_order, seat

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=2)
ALLOWED = {
    ("new", "accepted"), ("new", "refused"), ("new", "cancelled"),
    ("accepted", "packed"), ("accepted", "refused"), ("accepted", "cancelled"),
    ("packed", "shipped"),
    ("shipped", "delivered"), ("shipped", "returned"),
    ("delivered", "returned"),
}  # fmt: skip


def move(part, to, **kwargs):
    return move_partner_order(
        partner_order_id=part.pk,
        to=PartnerOrderState(to),
        by=kwargs.pop("by", None),
        now=LATER,
        reason=kwargs.pop("reason", "hết hàng"),
    )


@pytest.mark.parametrize("source", PartnerOrderState)
@pytest.mark.parametrize("target", PartnerOrderState)
def test_every_pair_of_states_is_allowed_or_refused_without_a_trace(source, target):
    order = placed_order(ProductFactory())
    part = order.partner_orders.get()
    PartnerOrder.objects.update(state=source)
    if (source.value, target.value) in ALLOWED:
        assert move(part, target).state == target
        change = PartnerOrderChange.objects.latest("pk")
        assert (change.from_state, change.to_state, change.at) == (source, target, LATER)
        assert OutboxMessage.objects.filter(key=f"order.part_moved:{change.pk}").count() == 1
        return
    stock = ProductFactory._meta.model.objects.get().stockrecords.get()
    with pytest.raises(MoveRefused):
        move(part, target)
    part.refresh_from_db()
    assert part.state == source
    assert PartnerOrderChange.objects.count() == 1
    assert OutboxMessage.objects.filter(topic="order.part_moved").count() == 0
    order.refresh_from_db()
    assert order.status == OrderState.PLACED
    before = (stock.num_in_stock, stock.num_allocated)
    stock.refresh_from_db()
    assert (stock.num_in_stock, stock.num_allocated) == before


@pytest.mark.parametrize("source", OrderState)
@pytest.mark.parametrize("target", OrderState)
def test_an_order_only_ends(source, target):
    ends = {("placed", "completed"), ("placed", "cancelled")}
    assert ORDER_MOVES.allows(source, target) == ((source.value, target.value) in ends)


def stock_after(*targets):
    product = ProductFactory(stock=10)
    part = placed_order(product, quantity=3).partner_orders.get()
    for target in targets:
        move(part, target)
    stock = product.stockrecords.get()
    return stock.num_in_stock, stock.num_allocated


@pytest.mark.parametrize(
    ("targets", "stock"),
    [
        ((), (10, 3)),
        (("accepted", "packed"), (10, 3)),
        (("refused",), (10, 0)),
        (("accepted", "cancelled"), (10, 0)),
        (("accepted", "packed", "shipped"), (7, 0)),
        (("accepted", "packed", "shipped", "returned"), (7, 0)),
    ],
)
def test_stock_is_kept_freed_or_used_up(targets, stock):
    assert stock_after(*targets) == stock


@pytest.mark.parametrize("model", [PartnerOrder, Order])
def test_the_database_refuses_a_state_outside_the_table(model):
    placed_order(ProductFactory())
    column = "state" if model is PartnerOrder else "status"
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.update(**{column: "lost"})


def test_a_refusal_needs_a_reason_and_gives_it_to_the_buyer():
    order = placed_order(ProductFactory())
    part = order.partner_orders.get()
    with pytest.raises(ReasonMissing):
        move(part, "refused", reason="  ")
    assert order.partner_orders.get().state == "new"
    move(part, "refused", reason="Mất mùa")
    assert order_timeline(order=order)[0].steps[-1].note == "Mất mùa"


@pytest.mark.parametrize(
    ("ends", "status"),
    [
        (["cancelled", "refused"], OrderState.CANCELLED),
        (["cancelled", "delivered"], OrderState.COMPLETED),
        (["delivered", "returned"], OrderState.COMPLETED),
        (["delivered", "packed"], OrderState.PLACED),
    ],
)
def test_an_order_ends_with_its_last_part(ends, status):
    order = placed_order(ProductFactory(), ProductFactory())
    ways = {
        "cancelled": ["cancelled"],
        "refused": ["refused"],
        "packed": ["accepted", "packed"],
        "delivered": ["accepted", "packed", "shipped", "delivered"],
        "returned": ["accepted", "packed", "shipped", "returned"],
    }
    for part, end in zip(order.partner_orders.order_by("pk"), ends, strict=True):
        for target in ways[end]:
            move(part, target)
    order.refresh_from_db()
    assert order.status == status
    assert order.status_changes.count() == (status != OrderState.PLACED)


def test_a_seat_sees_its_own_parts_only():
    first, second = ProductFactory(), ProductFactory()
    order = placed_order(first, second)
    mine, theirs = order.partner_orders.order_by("pk")
    user = seat(first.partner)
    assert list(partner_orders_for(user=user)) == [mine]
    assert partner_order_for(user=user, number=mine.number) == mine
    assert [line.product for line in mine.lines] == [first]
    for number in (theirs.number, "OC-0000-0000-1"):
        with pytest.raises(PartnerOrder.DoesNotExist):
            partner_order_for(user=user, number=number)
    assert count_parts_by_state(user=user)["new"] == 1


def test_a_suspended_partner_still_fulfils_and_a_listing_seat_does_not():
    product = ProductFactory()
    order = placed_order(product)
    Partner.objects.update(state=PartnerState.SUSPENDED)
    part = order.partner_orders.get()
    assert partner_order_for(user=seat(product.partner), number=part.number) == part
    assert not partner_orders_for(user=seat(product.partner, role=TeamRole.LISTINGS)).exists()


def test_a_token_opens_its_own_order_only():
    first, second = placed_order(ProductFactory()), placed_order(ProductFactory())
    assert order_for_token(number=first.number, token=order_token(first.number)) == first
    for token in ("", "x", order_token(second.number)):
        with pytest.raises(Order.DoesNotExist):
            order_for_token(number=first.number, token=token)


def test_the_timeline_offers_to_cancel_until_packed():
    order = placed_order(ProductFactory())
    part = order.partner_orders.get()
    seen = [order_timeline(order=order)[0].can_cancel]
    for target in ("accepted", "packed"):
        move(part, target)
        seen.append(order_timeline(order=order)[0].can_cancel)
    assert seen == [True, True, False]


def test_the_table_knows_every_state():
    assert set(PARTNER_ORDER_MOVES.table) == set(PartnerOrderState)
