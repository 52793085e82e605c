import pytest

from marketplace.order.models import PartnerOrder
from tests.factories.order import ProductFactory, UserFactory, placed_order, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return placed_order(ProductFactory(title="Trà"), ProductFactory(title="Mật ong"))


@pytest.fixture
def parts(order):
    return list(order.partner_orders.order_by("pk"))


def test_a_stranger_signs_in_first_and_a_user_without_a_seat_is_told_why(client, parts):
    assert client.get("/seller/").url == "/accounts/login/?next=/seller/"
    client.force_login(UserFactory())
    for address in ("/seller/", f"/seller/orders/{parts[0].number}/"):
        response = client.get(address)
        assert response.status_code == 403
        assert "chưa có chỗ ở gian hàng nào" in response.content.decode()


def test_the_desk_shows_its_own_part_and_nobody_elses(client, parts):
    mine, theirs = parts
    client.force_login(seat(mine.partner))
    listing = client.get("/seller/").content.decode()
    assert mine.number in listing
    assert theirs.number not in listing
    page = client.get(f"/seller/orders/{mine.number}/").content.decode()
    assert "Trà" in page
    assert "Mật ong" not in page
    assert "0912 345 678" in page
    assert "12 ngõ Thử" in page
    assert "88.000\xa0₫" in page
    for address in (theirs.number, "OC-0000-0000-1"):
        assert client.get(f"/seller/orders/{address}/").status_code == 404
        moved = client.post(f"/seller/orders/{address}/move/", {"to": "accepted"})
        assert moved.status_code == 404
    assert PartnerOrder.objects.get(pk=theirs.pk).state == "new"


def test_the_whole_way_of_a_part_and_the_buyer_is_hidden_after_it(client, parts):
    part = parts[0]
    client.force_login(seat(part.partner))
    for state in ("accepted", "packed", "shipped", "delivered"):
        response = client.post(f"/seller/orders/{part.number}/move/", {"to": state})
        assert response.status_code == 302
        part.refresh_from_db()
        assert part.state == state
    page = client.get(f"/seller/orders/{part.number}/").content.decode()
    assert "0912" not in page
    assert "12 ngõ Thử" not in page


def test_a_second_tab_is_told_and_changes_nothing(client, parts):
    part = parts[0]
    client.force_login(seat(part.partner))
    address = f"/seller/orders/{part.number}/move/"
    client.post(address, {"to": "accepted"})
    response = client.post(address, {"to": "accepted"})
    assert response.status_code == 409
    assert "Không có gì thay đổi" in response.content.decode()
    assert part.changes.count() == 2


@pytest.mark.parametrize("to", ["cancelled", "nonsense", ""])
def test_a_seller_does_not_cancel_for_the_buyer(client, parts, to):
    client.force_login(seat(parts[0].partner))
    response = client.post(f"/seller/orders/{parts[0].number}/move/", {"to": to})
    assert response.status_code == 409
    assert parts[0].changes.count() == 1


def test_a_refusal_asks_for_a_reason_beside_the_field(client, parts):
    client.force_login(seat(parts[0].partner))
    address = f"/seller/orders/{parts[0].number}/move/"
    response = client.post(address, {"to": "refused", "reason": " "})
    assert response.status_code == 400
    assert "Xin cho người mua biết vì sao." in response.content.decode()
    assert client.post(address, {"to": "refused", "reason": "Mất mùa"}).status_code == 302
    assert parts[0].changes.last().reason == "Mất mùa"


def test_an_unknown_state_in_the_address_is_not_found(client, parts):
    client.force_login(seat(parts[0].partner))
    assert client.get("/seller/?state=nonsense").status_code == 404
    assert parts[0].number not in client.get("/seller/?state=packed").content.decode()


def test_the_address_of_a_move_leads_to_the_order_when_it_is_only_looked_at(client, parts):
    client.force_login(seat(parts[0].partner))
    number = parts[0].number
    assert client.get(f"/seller/orders/{number}/move/").url == f"/seller/orders/{number}/"
    assert PartnerOrder.objects.get(pk=parts[0].pk).state == "new"
