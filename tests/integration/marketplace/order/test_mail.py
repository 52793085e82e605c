import pytest
from django.core import mail

from catalogue.partner.models import Partner
from marketplace.order.links import order_link
from marketplace.order.operations import move_partner_order
from marketplace.order.states import PartnerOrderState
from marketplace.outbox.delivery import deliver_due, pause_after
from tests.factories.order import NOW, ProductFactory, placed_order, seat

pytestmark = pytest.mark.django_db


def test_nothing_is_sent_before_the_outbox_delivers():
    placed_order(ProductFactory())
    assert mail.outbox == []


def test_the_buyer_is_sent_parts_sums_and_the_link():
    order = placed_order(ProductFactory(title="Trà <b>Shan</b>"), ProductFactory())
    deliver_due(now=NOW)
    letter = next(item for item in mail.outbox if item.to == ["nguoi-mua@example.vn"])
    assert letter.subject == f"Đã nhận đơn {order.number}"
    assert "1 × Trà <b>Shan</b>: 50.000\xa0₫" in letter.body
    assert "Tổng cộng: 176.000\xa0₫" in letter.body
    assert order_link(order.number) in letter.body
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    for words in (letter.body, html):
        assert "0912 345 678" in words and "12 ngõ Thử" in words
        assert "Trả tiền mặt khi nhận từng kiện." in words
    assert "Trà &lt;b&gt;Shan&lt;/b&gt;" in html
    assert letter.extra_headers["Message-ID"] == f"<order-{order.pk}@example.vn>"


def test_each_seller_is_told_of_its_own_part_and_nothing_of_the_buyer():
    first, second = ProductFactory(title="Trà"), ProductFactory(title="Mật ong")
    order = placed_order(first, second)
    deliver_due(now=NOW)
    letters = {item.to[0]: item for item in mail.outbox}
    letter = letters[first.partner.email]
    assert letter.subject == f"Có đơn mới {order.number}-1"
    assert "1 × Trà: 50.000\xa0₫" in letter.body
    assert f"/seller/orders/{order.number}-1/" in letter.body
    for secret in (
        "Mật ong",
        "Nguyễn Thị Mẫu",
        "0912",
        "912345678",
        "ngõ Thử",
        order.number + "-2",
    ):
        assert secret not in letter.body + letter.alternatives[0][0]
    assert letters[second.partner.email].subject == f"Có đơn mới {order.number}-2"


def test_a_seller_without_an_address_is_told_at_its_seats():
    product = ProductFactory()
    Partner.objects.update(email="")
    user = seat(product.partner)
    placed_order(product)
    deliver_due(now=NOW)
    assert [user.email] in [item.to for item in mail.outbox]


def test_the_buyer_is_told_of_a_refusal_and_why():
    part = placed_order(ProductFactory()).partner_orders.get()
    deliver_due(now=NOW)
    mail.outbox.clear()
    move_partner_order(
        partner_order_id=part.pk,
        to=PartnerOrderState.REFUSED,
        by=None,
        now=NOW,
        reason="Mất mùa & bão",
    )
    deliver_due(now=NOW)
    (letter,) = mail.outbox
    assert letter.subject == f"Đơn {part.number}: Người bán đã từ chối đơn này"
    assert "Lý do: Mất mùa & bão" in letter.body


def test_a_buyer_without_an_address_is_sent_nothing_and_the_message_is_done():
    order = placed_order(ProductFactory())
    type(order).objects.update(guest_email="")
    assert deliver_due(now=NOW) == 2
    assert [item.to for item in mail.outbox] == [[order.partner_orders.get().partner.email]]


def test_a_mail_server_that_is_down_leaves_the_message_for_later(monkeypatch):
    def down(self, fail_silently=False):
        raise OSError("refused")

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", down)
    placed_order(ProductFactory())
    assert deliver_due(now=NOW) == 0
    monkeypatch.undo()
    assert deliver_due(now=NOW + pause_after(1)) == 2
