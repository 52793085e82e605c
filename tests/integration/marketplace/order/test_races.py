"""Real locks: these run on PostgreSQL only."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, connections
from django.db.models import F
from django.test import Client
from django.urls import reverse
from oscar.apps.partner.strategy import Selector

from catalogue.kernel.moves import MoveRefused
from catalogue.partner.models import StockRecord
from marketplace.checkout.operations import Checkout, complete_checkout
from marketplace.order.basket_check import BasketRefused
from marketplace.order.models import Order, PartnerOrder
from marketplace.order.operations import move_partner_order
from marketplace.order.states import PartnerOrderState
from marketplace.outbox import handlers, tasks
from marketplace.outbox.delivery import deliver_due
from marketplace.outbox.models import OutboxMessage
from marketplace.outbox.operations import NewMessage, write_messages
from tests.factories.order import (
    NOW,
    ProductFactory,
    basket_with,
    buyer,
    destination,
    placed_order,
)

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL's row locks"),
]


def at_once(number, work):
    """Run ``work(index)`` in ``number`` threads that start together; return results or errors."""
    barrier = Barrier(number)

    def one(index):
        try:
            barrier.wait()
            return work(index)
        except Exception as error:  # noqa: BLE001 - the error is the result
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


def checkouts(baskets):
    target = destination()
    return [
        Checkout(basket.pk, buyer(), target, "cash-on-delivery", Selector().strategy())
        for basket in baskets
    ]


def twenty_buyers_for_five_units():
    product = ProductFactory(stock=5)
    placed_order(ProductFactory())
    requests = checkouts([basket_with(product) for _ in range(20)])
    results = at_once(20, lambda index: complete_checkout(requests[index], now=NOW))
    stock = StockRecord.objects.get(product=product)
    return results, stock, PartnerOrder.objects.filter(partner=product.partner).count()


def test_twenty_buyers_for_five_units_are_sold_exactly_five():
    results, stock, parts = twenty_buyers_for_five_units()
    assert [type(item) for item in results].count(Order) == 5
    assert [type(item) for item in results].count(BasketRefused) == 15
    assert (stock.num_in_stock, stock.num_allocated, parts) == (5, 5, 5)


def test_without_the_guard_the_wall_behind_it_still_holds(monkeypatch):
    def unguarded(self, quantity):
        type(self).objects.filter(pk=self.pk).update(num_allocated=F("num_allocated") + quantity)

    StockRecord.objects.update(num_allocated=0)
    monkeypatch.setattr(StockRecord, "allocate", unguarded)
    monkeypatch.setattr("marketplace.order.operations.find_problems", lambda **_: [])
    product = ProductFactory(stock=5)
    StockRecord.objects.filter(product=product).update(num_allocated=0)
    requests = checkouts([basket_with(product) for _ in range(20)])
    results = at_once(20, lambda index: complete_checkout(requests[index], now=NOW))
    kinds = [type(item) for item in results]
    # No refusal in words any more: what stops the sixth sale is the constraint of the table.
    assert kinds.count(BasketRefused) == 0
    assert kinds.count(IntegrityError) == 15
    assert all("stock_never_oversold" in str(item) for item in results if type(item) is not Order)
    assert StockRecord.objects.get(product=product).num_allocated == 5


def test_one_basket_posted_ten_times_at_once_is_one_order():
    placed_order(ProductFactory())
    request = checkouts([basket_with(ProductFactory(), ProductFactory())])[0]
    before = Order.objects.count()
    results = at_once(10, lambda _: complete_checkout(request, now=NOW))
    assert {type(item) for item in results} == {Order}
    assert len({item.number for item in results}) == 1
    assert Order.objects.count() == before + 1


def test_baskets_in_opposite_order_do_not_wait_for_each_other_in_a_circle():
    products = [ProductFactory(stock=100) for _ in range(4)]
    placed_order(ProductFactory())
    baskets = [basket_with(*(products if index % 2 else reversed(products))) for index in range(12)]
    requests = checkouts(baskets)
    results = at_once(12, lambda index: complete_checkout(requests[index], now=NOW))
    assert {type(item) for item in results} == {Order}
    assert set(
        StockRecord.objects.filter(product__in=products).values_list("num_allocated", flat=True)
    ) == {12}


def test_one_form_posted_eight_times_at_once_is_one_order_and_eight_thanks():
    placed_order(ProductFactory())  # country and way of paying are there in a shop that sells
    product, target = ProductFactory(stock=100), destination()
    browser = Client()
    browser.post(reverse("basket:add", args=[product.pk]), {"quantity": 3})
    form = {
        "basket": browser.get(reverse("checkout:index")).context["signed_basket"],
        "name": "Người Mua",
        "phone": "0912345678",
        "province": target.province.slug,
        "commune": target.commune.name,
        "street": "12 ngõ Thử",
        "payment": "cash-on-delivery",
    }
    before = Order.objects.count()

    def post(_):
        tab = Client()
        tab.cookies = browser.cookies
        return tab.post(reverse("checkout:index"), form)

    answers = at_once(8, post)
    assert {getattr(answer, "url", answer) for answer in answers} == {"/checkout/thank-you/"}
    assert Order.objects.count() == before + 1
    assert StockRecord.objects.get(product=product).num_allocated == 3
    assert browser.post(reverse("checkout:index"), form).url == "/checkout/thank-you/"
    assert Order.objects.count() == before + 1


def test_four_relays_at_once_deliver_every_message_once(monkeypatch):
    heard = []
    monkeypatch.setattr(
        handlers, "_handlers", {"test.said": lambda payload, now: heard.append(payload["key"])}
    )
    monkeypatch.setattr(tasks.deliver_due, "delay", lambda: None)
    OutboxMessage.objects.all().delete()
    keys = [f"m{number}" for number in range(120)]
    write_messages(messages=[NewMessage("test.said", key, {"key": key}) for key in keys], now=NOW)
    counts = at_once(4, lambda _: deliver_due(now=NOW))
    assert sum(counts) == 120
    assert sorted(heard) == sorted(keys)


def test_two_moves_of_one_part_at_once_make_one_change():
    product = ProductFactory(stock=10)
    part = placed_order(product, quantity=4).partner_orders.get()
    targets = [PartnerOrderState.CANCELLED, PartnerOrderState.ACCEPTED] * 3
    results = at_once(
        6,
        lambda index: move_partner_order(
            partner_order_id=part.pk, to=targets[index], by=None, now=NOW
        ),
    )
    part.refresh_from_db()
    moved = [item for item in results if not isinstance(item, Exception)]
    assert all(isinstance(item, PartnerOrder | MoveRefused) for item in results)
    # Accepted and then cancelled is a way of the table, too; cancelled twice is none.
    assert len(moved) == part.changes.count() - 1 <= 2
    stock = StockRecord.objects.get(product=product)
    cancelled = part.state == PartnerOrderState.CANCELLED
    assert (stock.num_in_stock, stock.num_allocated) == (10, 0 if cancelled else 4)
