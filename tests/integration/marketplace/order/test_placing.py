from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from oscar.apps.basket.models import Basket
from oscar.apps.offer.models import Benefit, Condition, ConditionalOffer, Range
from oscar.apps.partner.strategy import Selector
from oscar.apps.payment.models import Source

from catalogue.certification.models import Certificate
from catalogue.partner.models import StockRecord
from catalogue.partner.states import PartnerState
from marketplace.checkout.operations import BasketEmpty, Checkout, complete_checkout
from marketplace.order.basket_check import BasketRefused, ProblemKind
from marketplace.order.models import Order, PartnerOrder, PartnerOrderChange, ShippingAddress
from marketplace.outbox.models import OutboxMessage
from marketplace.payment.providers import PaymentRefused
from tests.factories.order import (
    NOW,
    PartnerFactory,
    ProductFactory,
    basket_with,
    buyer,
    destination,
    placed_order,
)

pytestmark = pytest.mark.django_db


def checkout(basket, provider="cash-on-delivery", **kwargs):
    return complete_checkout(
        Checkout(
            basket_id=basket.pk,
            buyer=buyer(),
            destination=destination(**kwargs),
            provider=provider,
            strategy=Selector().strategy(),
        ),
        now=NOW,
    )


def assert_nothing_was_written(basket):
    assert Order.objects.count() == 0
    assert PartnerOrder.objects.count() == 0
    assert ShippingAddress.objects.count() == 0
    assert OutboxMessage.objects.count() == 0
    assert not StockRecord.objects.filter(num_allocated__gt=0).exists()
    basket.refresh_from_db()
    assert basket.status == Basket.OPEN
    assert basket.lines.count() > 0


def test_an_order_of_three_sellers_becomes_three_parts_that_add_up():
    products = [ProductFactory(stock__price=price) for price in (50_000, 61_000, 72_500)]
    order = placed_order(*products, quantity=2)
    parts = list(order.partner_orders.order_by("pk"))
    assert [part.number for part in parts] == [f"{order.number}-{n}" for n in (1, 2, 3)]
    assert [part.partner for part in parts] == [product.partner for product in products]
    assert [part.goods_total for part in parts] == [100_000, 122_000, 145_000]
    assert [part.shipping_charge for part in parts] == [38_000] * 3
    assert sum(part.total for part in parts) == order.total_incl_tax == 481_000
    assert order.shipping_incl_tax == 114_000


def test_everything_is_written_at_once():
    product = ProductFactory()
    order = placed_order(product, quantity=3)
    part = order.partner_orders.get()
    assert [line.product for line in part.lines] == [product]
    assert PartnerOrderChange.objects.get().to_state == "new"
    assert product.stockrecords.get().num_allocated == 3
    assert order.basket.status == Basket.SUBMITTED
    assert (order.language, order.guest_email) == ("vi", "nguoi-mua@example.vn")
    source = Source.objects.get()
    assert (source.source_type.code, source.amount_allocated) == ("cash-on-delivery", 195_000)
    assert sorted(OutboxMessage.objects.values_list("key", flat=True)) == [
        f"order.part_placed:{part.pk}",
        f"order.placed:{order.pk}",
    ]
    address = order.shipping_address
    assert (address.last_name, address.phone_number.as_e164) == ("Nguyễn Thị Mẫu", "+84912345678")
    assert (address.state, address.line4) == (
        str(address.commune.province),
        str(address.commune),
    )


def test_a_discount_is_in_the_lines_and_the_parts_still_add_up():
    everything = Range.objects.create(name="Tất cả", includes_all_products=True)
    ConditionalOffer.objects.create(
        name="Bớt một phần ba",
        condition=Condition.objects.create(range=everything, type="Count", value=1),
        benefit=Benefit.objects.create(range=everything, type="Percentage", value=33),
    )
    order = placed_order(*[ProductFactory(stock__price=price) for price in (50_001, 33_333)])
    parts = list(order.partner_orders.order_by("pk"))
    assert [part.goods_total for part in parts] == [50_001 - 16_500, 33_333 - 11_000]
    assert sum(part.total for part in parts) == order.total_incl_tax
    assert order.discounts.get().amount == 27_500


def test_cheaper_delivery_by_an_offer_is_divided_among_the_parts():
    everything = Range.objects.create(name="Tất cả", includes_all_products=True)
    ConditionalOffer.objects.create(
        name="Giao nửa giá",
        condition=Condition.objects.create(range=everything, type="Count", value=1),
        benefit=Benefit.objects.create(type="Shipping percentage", value=50),
    )
    order = placed_order(ProductFactory(), ProductFactory(weight_grams=1200))
    charges = [part.shipping_charge for part in order.partner_orders.order_by("pk")]
    assert charges == [19_000, 22_500]
    assert order.shipping_incl_tax == 41_500


def test_the_same_basket_again_is_the_same_order():
    basket = basket_with(ProductFactory())
    first = checkout(basket)
    assert checkout(basket) == first
    assert Order.objects.count() == 1
    assert StockRecord.objects.get().num_allocated == 1


def test_an_empty_basket_is_no_order():
    with pytest.raises(BasketEmpty):
        checkout(basket_with_nothing())


def basket_with_nothing():
    return Basket.objects.create()


def end_certificate(product):
    Certificate.objects.filter(product=product).update(ends_on=NOW.date().replace(day=21))


def suspend_seller(product):
    type(product.partner).objects.filter(pk=product.partner_id).update(state=PartnerState.SUSPENDED)


def change_price(product):
    StockRecord.objects.filter(product=product).update(price=Decimal(55_000))


def sell_out(product):
    StockRecord.objects.filter(product=product).update(num_in_stock=0)


def sell_most(product):
    StockRecord.objects.filter(product=product).update(num_in_stock=1)


def pass_to_another_seller(product):
    StockRecord.objects.filter(product=product).update(partner=PartnerFactory())


def revoke_certificate(product):
    Certificate.objects.filter(product=product).update(state="revoked", revoked_on=NOW.date())


@pytest.mark.parametrize(
    ("happens", "kind", "sentence"),
    [
        (
            revoke_certificate,
            ProblemKind.NOT_LISTED,
            "Trà không còn giấy chứng nhận OCOP có hiệu lực nên không bán được nữa.",
        ),
        (
            pass_to_another_seller,
            ProblemKind.NOT_LISTED,
            "Trà không còn giấy chứng nhận OCOP có hiệu lực nên không bán được nữa.",
        ),
        (
            end_certificate,
            ProblemKind.NOT_LISTED,
            "Trà không còn giấy chứng nhận OCOP có hiệu lực nên không bán được nữa.",
        ),
        (
            suspend_seller,
            ProblemKind.SELLER_SUSPENDED,
            "Trà: người bán đang tạm ngừng bán hàng.",
        ),
        (
            change_price,
            ProblemKind.PRICE_CHANGED,
            "Trà đổi giá từ 50.000\xa0₫ thành 55.000\xa0₫.",
        ),
        (sell_out, ProblemKind.SOLD_OUT, "Trà vừa hết hàng."),
        (sell_most, ProblemKind.TOO_FEW, "Trà chỉ còn 1, giỏ đang có 2."),
    ],
)
def test_what_happens_before_the_order_is_said_and_writes_nothing(happens, kind, sentence):
    product = ProductFactory(title="Trà")
    basket = basket_with(ProductFactory(), product, quantity=2)
    happens(product)
    with pytest.raises(BasketRefused) as refusal:
        checkout(basket)
    assert [(item.kind, item.text) for item in refusal.value.problems] == [(kind, sentence)]
    assert_nothing_was_written(basket)


def test_sold_while_the_order_was_being_placed_is_said_and_writes_nothing(monkeypatch):
    product = ProductFactory(title="Trà")
    basket = basket_with(ProductFactory(), product, quantity=2)
    monkeypatch.setattr("marketplace.order.operations.find_problems", lambda **_: [])
    sell_most(product)
    with pytest.raises(BasketRefused) as refusal:
        checkout(basket)
    assert refusal.value.problems[0].text == "Trà vừa bán hết trong lúc bạn đặt hàng."
    assert_nothing_was_written(basket)


def test_a_way_of_paying_that_the_shop_does_not_have_writes_nothing():
    basket = basket_with(ProductFactory())
    with pytest.raises(PaymentRefused):
        checkout(basket, provider="shells")
    assert_nothing_was_written(basket)


def test_delivery_within_the_province_is_cheaper():
    product = ProductFactory()
    commune = destination().commune
    type(product.partner).objects.update(province=commune.province)
    order = placed_order(product, commune=commune)
    assert order.shipping_incl_tax == 25_000


def test_two_goods_of_one_seller_are_one_part():
    partner = PartnerFactory()
    order = placed_order(ProductFactory(partner=partner), ProductFactory(partner=partner))
    assert order.partner_orders.get().goods_total == 100_000


def test_an_order_of_three_sellers_takes_at_most_45_statements(capsys):
    placed_order(ProductFactory())  # country and way of paying are there in a shop that sells
    basket = basket_with(*[ProductFactory() for _ in range(3)])
    target = destination()
    request = Checkout(basket.pk, buyer(), target, "cash-on-delivery", Selector().strategy())
    with CaptureQueriesContext(connection) as captured:
        complete_checkout(request, now=NOW)
    with capsys.disabled():
        print(f"\n{len(captured)} SQL statements for an order of three sellers")
    assert len(captured) <= 45
