"""Oscar's dashboard and Django's admin are no second door to orders."""

import pytest
from django.contrib.auth.models import Permission

from marketplace.order.models import Line, Order, PartnerOrder
from marketplace.order.states import OrderState
from tests.factories.order import ProductFactory, UserFactory, placed_order, seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return placed_order(ProductFactory(title="Trà"), ProductFactory(title="Mật ong"))


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    return client


def test_a_seller_never_sees_an_order_in_oscars_dashboard(client, order):
    partner = order.partner_orders.first().partner
    user = seat(partner)
    # What Oscar's own partner pages do to a user they add:
    partner.users.add(user)
    user.user_permissions.add(Permission.objects.get(codename="dashboard_access"))
    client.force_login(user)
    for page in ("", "orders/", f"orders/{order.number}/", "catalogue/", "reports/"):
        response = client.get(f"/dashboard/{page}")
        assert response.status_code in {302, 403}, page
        assert "ngõ Thử" not in response.content.decode()


def test_staff_see_the_order_there_but_move_nothing(staff, order):
    address = f"/dashboard/orders/{order.number}/"
    assert staff.get(address).status_code == 200
    for state in OrderState:
        staff.post(address, {"order_action": "change_order_status", "new_status": state.value})
        staff.post(
            "/dashboard/orders/",
            {
                "action": "change_order_statuses",
                "selected_order": order.pk,
                "new_status": state.value,
            },
        )
    order.refresh_from_db()
    assert order.status == OrderState.PLACED
    assert order.status_changes.count() == 0


def test_the_admin_shows_an_order_and_changes_neither_state_nor_lines(staff, order):
    address = f"/admin/order/order/{order.pk}/change/"
    assert "Mật ong" in staff.get(address).content.decode()
    line, part = order.lines.first(), order.partner_orders.first()
    staff.post(
        address,
        {
            "site": order.site_id,
            "status": "cancelled",
            "lines-TOTAL_FORMS": 1,
            "lines-INITIAL_FORMS": 1,
            "lines-0-id": line.pk,
            "lines-0-quantity": 7,
            "lines-0-num_allocated": 0,
            "partner_orders-TOTAL_FORMS": 1,
            "partner_orders-INITIAL_FORMS": 1,
            "partner_orders-0-id": part.pk,
            "partner_orders-0-state": "delivered",
        },
    )
    assert Order.objects.get(pk=order.pk).status == OrderState.PLACED
    assert Line.objects.get(pk=line.pk).num_allocated == 1
    assert PartnerOrder.objects.get(pk=part.pk).state == "new"


@pytest.mark.parametrize("page", ["order/add/", "order/{}/delete/"])
def test_the_admin_neither_adds_nor_deletes_an_order(staff, order, page):
    address = f"/admin/order/{page.format(order.pk)}"
    assert staff.get(address).status_code == 403
    staff.post(address, {"post": "yes"})
    assert Order.objects.count() == 1


@pytest.mark.parametrize("page", ["line", "lineprice", "orderstatuschange"])
def test_the_admin_has_no_page_for_what_hangs_on_an_order(staff, page):
    assert staff.get(f"/admin/order/{page}/").status_code == 404
