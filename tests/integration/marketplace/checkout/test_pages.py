import re
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.contrib.sites.models import Site

from catalogue.certification.models import Certificate
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.states import PartnerState
from marketplace.order.links import order_token
from marketplace.order.models import Order
from tests.factories.order import (
    CommuneFactory,
    PartnerFactory,
    ProductFactory,
    ProvinceFactory,
    RegionFactory,
    UserFactory,
    placed_order,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def commune():
    Site.objects.get_or_create(pk=1, defaults={"domain": "example.vn", "name": "Chợ Phiên"})
    region = RegionFactory(code="dbsh")
    return CommuneFactory(name="Tân Lập", province=ProvinceFactory(code=1, region=region))


@pytest.fixture
def typed(commune):
    return {
        "name": "Nguyễn Thị Mẫu",
        "phone": "0912 345 678",
        "email": "mau@example.vn",
        "province": commune.province.slug,
        "commune": "tan lap",
        "street": "12 ngõ Thử",
        "note": "Gọi trước",
        "payment": "cash-on-delivery",
    }


def add(client, product, quantity=1):
    return client.post(f"/basket/add/{product.pk}/", {"quantity": quantity})


def order_form(client):
    page = client.get("/checkout/").content.decode()
    return re.search(r'name="basket" value="([^"]+)"', page)[1]


def texts(response):
    """Return what the last answer said; earlier words wait for a page that shows them."""
    return [str(message) for message in get_messages(response.wsgi_request)][-1:]


def test_the_whole_way_without_an_account(client, typed):
    products = [ProductFactory() for _ in range(3)]
    for product in products:
        assert add(client, product, 2).status_code == 302
    page = client.get("/basket/").content.decode()
    assert all(product.partner.name in page for product in products)
    assert "300.000\xa0₫" in page
    typed["basket"] = order_form(client)
    response = client.post("/checkout/", typed)
    assert response.url == "/checkout/thank-you/"
    order = Order.objects.get()
    thanks = client.get(response.url).content.decode()
    assert order.number in thanks
    assert "414.000\xa0₫" in thanks
    assert order.partner_orders.count() == 3
    assert order.shipping_address.commune.name == "Tân Lập"
    assert order.shipping_address.notes == "Gọi trước"
    assert "Giỏ còn trống" in client.get("/basket/").content.decode()
    again = client.post("/checkout/", typed)
    assert again.url == "/checkout/thank-you/"
    assert Order.objects.count() == 1


def test_wrong_values_are_answered_beside_their_fields_and_kept(client, typed):
    add(client, ProductFactory())
    wrong = {**typed, "phone": "12", "street": "", "commune": "Không Có", "email": "a@"}
    wrong["basket"] = order_form(client)
    response = client.post("/checkout/", wrong)
    form = response.context["form"]
    assert {key: list(value) for key, value in form.errors.items()} == {
        "phone": ["Số điện thoại chưa đúng, ví dụ 0912 345 678."],
        "email": ["Thư điện tử chưa đúng, ví dụ ten@example.vn."],
        "street": ["Xin cho biết số nhà, thôn hoặc đường."],
        "commune": ["Tỉnh 1 không có xã, phường “Không Có”. Xin xem lại tên."],
    }
    page = response.content.decode()
    for value in ('value="12"', 'value="Không Có"', 'value="a@"', 'value="Nguyễn Thị Mẫu"'):
        assert value in page
    assert Order.objects.count() == 0


@pytest.mark.parametrize(
    "phone",
    ["0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84912345678",
     "(091) 234 5678", "0084912345678"],
)  # fmt: skip
def test_a_phone_may_be_written_in_every_usual_way(client, typed, phone):
    add(client, ProductFactory())
    response = client.post("/checkout/", {**typed, "phone": phone, "basket": order_form(client)})
    assert response.status_code == 302
    assert Order.objects.get().shipping_address.phone_number.as_e164 == "+84912345678"


def test_namesakes_are_offered_as_a_choice_that_decides(client, typed, commune):
    other = CommuneFactory(name="Tân Lập", kind="phuong", province=commune.province)
    add(client, ProductFactory())
    typed["basket"] = order_form(client)
    response = client.post("/checkout/", typed)
    assert {item.pk for item in response.context["form"].candidates} == {commune.pk, other.pk}
    assert f'value="{other.code}"' in response.content.decode()
    assert client.post("/checkout/", {**typed, "commune_code": other.code}).status_code == 302
    assert Order.objects.get().shipping_address.commune == other


def test_the_charges_are_shown_without_a_script_and_nothing_is_complained_of(client, typed):
    add(client, ProductFactory())
    page = client.get("/checkout/").content.decode()
    assert "từ 25.000\xa0₫" in page
    part = {"charges": "1", "province": typed["province"], "name": "Mẫu", "basket": "x"}
    response = client.post("/checkout/", part)
    page = response.content.decode()
    assert "88.000\xa0₫" in page
    assert 'value="Mẫu"' in page
    assert "field--wrong" not in page


def test_a_sold_out_good_leads_back_to_the_basket_with_everything_kept(client, typed):
    product = ProductFactory(title="Trà Tà Xùa")
    add(client, product)
    typed["basket"] = order_form(client)
    StockRecord.objects.update(num_in_stock=0)
    response = client.post("/checkout/", typed)
    assert response.url == "/basket/"
    assert "Trà Tà Xùa vừa hết hàng." in client.get("/basket/").content.decode()
    assert Order.objects.count() == 0
    StockRecord.objects.update(num_in_stock=9)
    assert 'value="12 ngõ Thử"' in client.get("/checkout/").content.decode()


def test_a_changed_price_is_said_and_agreed_to(client, typed):
    add(client, ProductFactory(title="Trà"))
    StockRecord.objects.update(price=55_000)
    assert client.get("/checkout/").url == "/basket/"
    page = client.get("/basket/").content.decode()
    assert "Trà đổi giá từ 50.000\xa0₫ thành 55.000\xa0₫." in page
    assert client.post("/basket/prices/").url == "/checkout/"
    typed["basket"] = order_form(client)
    assert client.post("/checkout/", typed).url == "/checkout/thank-you/"
    assert Order.objects.get().total_incl_tax == 55_000 + 38_000


def test_more_than_there_is_and_what_is_not_listed_are_refused_in_words(client):
    few, unlisted = ProductFactory(stock=2, title="Trà"), ProductFactory(certificate=False)
    assert texts(add(client, few, 3)) == ["Trà chỉ còn 2."]
    assert texts(add(client, unlisted)) == [f"{unlisted.title} hiện không được bán."]
    assert texts(add(client, few, "x")) == ["Số lượng là một số từ 1 đến 50."]
    assert add(client, type("P", (), {"pk": 999_999})).status_code == 404
    assert "Giỏ còn trống" in client.get("/basket/").content.decode()


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "\\\\evil.example", "javascript:x"]
)
def test_next_never_leaves_the_host(client, target):
    response = client.post(f"/basket/add/{ProductFactory().pk}/", {"next": target})
    assert response.url == "/basket/"


def test_a_line_of_another_basket_is_not_found(client, django_user_model):
    product = ProductFactory()
    add(client, product)
    line = client.get("/basket/").context["view"].groups[0].lines[0]
    client.cookies.clear()
    assert client.post(f"/basket/lines/{line.id}/", {"quantity": 2}).status_code == 404


def test_a_line_is_changed_and_taken_out(client):
    product = ProductFactory(stock=5)
    add(client, product)
    line = client.get("/basket/").context["view"].groups[0].lines[0].id
    client.post(f"/basket/lines/{line}/", {"quantity": 4})
    assert client.get("/basket/").context["view"].goods_total == 200_000
    assert client.post(f"/basket/lines/{line}/", {"quantity": 6}).status_code == 400
    client.post(f"/basket/lines/{line}/", {"remove": "1"})
    assert client.get("/basket/").context["view"].is_empty


def test_an_order_opens_by_its_link_and_a_part_is_cancelled_there(client):
    order = placed_order(ProductFactory())
    address = f"/orders/{order.number}/?token={order_token(order.number)}"
    response = client.get(address)
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Đã gửi đơn cho người bán" in response.content.decode()
    for wrong in (f"/orders/{order.number}/", f"/orders/{order.number}/?token=x"):
        assert client.get(wrong).status_code == 404
        assert client.post(wrong, {"cancel": 1}).status_code == 404
    part = order.partner_orders.get()
    assert client.post(address, {"cancel": part.pk}).status_code == 302
    part.refresh_from_db()
    assert part.state == "cancelled"
    assert len(texts(client.post(address, {"cancel": part.pk}))) == 1


def test_another_orders_part_is_not_cancelled_by_this_link(client):
    mine, theirs = placed_order(ProductFactory()), placed_order(ProductFactory())
    address = f"/orders/{mine.number}/?token={order_token(mine.number)}"
    assert client.post(address, {"cancel": theirs.partner_orders.get().pk}).status_code == 404
    assert theirs.partner_orders.get().state == "new"


def test_a_signed_in_buyer_finds_the_last_address_and_own_orders_only(client):
    user = UserFactory()
    own, other = placed_order(ProductFactory(), user=user), placed_order(ProductFactory())
    client.force_login(user)
    assert client.get("/accounts/orders/").status_code == 200
    assert client.get(f"/accounts/orders/{own.number}/").status_code == 200
    assert client.get(f"/accounts/orders/{other.number}/").status_code == 404
    add(client, ProductFactory())
    assert 'value="12 ngõ Thử"' in client.get("/checkout/").content.decode()


def test_two_goods_of_one_seller_stand_together(client):
    partner = PartnerFactory()
    for _ in range(2):
        add(client, ProductFactory(partner=partner))
    (group,) = client.get("/basket/").context["view"].groups
    assert (len(group.lines), group.goods_total) == (2, 100_000)


def test_the_thanks_are_for_whoever_ordered(client):
    assert client.get("/checkout/thank-you/").status_code == 404


def test_a_number_that_cannot_be_is_said_beside_its_line_and_kept(client):
    add(client, ProductFactory(stock=5))
    line = client.get("/basket/").context["view"].groups[0].lines[0].id
    response = client.post(f"/basket/lines/{line}/", {"quantity": "6"})
    page = response.content.decode()
    assert response.status_code == 400
    assert re.search(r'class="line__words">.*?chỉ còn 5\.', page, re.DOTALL)
    assert re.search(rf'id="quantity-{line}"[^>]*value="6"', page)
    assert client.get("/basket/").context["view"].goods_total == 50_000
    assert client.get(f"/basket/lines/{line}/").url == "/basket/"
    wrong = client.post(f"/basket/lines/{line}/", {"quantity": "-1"}).content.decode()
    assert "Số lượng là một số từ 1 đến 50." in wrong


def test_a_number_that_cannot_be_is_said_beside_it_on_the_products_page(client):
    product = ProductFactory(stock=5)
    address = product.get_absolute_url()
    response = client.post(
        f"/basket/add/{product.pk}/",
        {"quantity": "7"},
        headers={"referer": f"http://testserver{address}?quantity=9"},
    )
    assert response.url == f"{address}?quantity=7#quantity"
    page = client.get(response.url).content.decode()
    assert 'value="7"' in page
    form = page[page.index('class="buy__form"') :]
    assert 'role="alert"' in form[: form.index("</form>")]
    assert "message--error" not in page
    back = {"referer": f"http://testserver{response.url}"}
    fine = client.post(f"/basket/add/{product.pk}/", {"quantity": "2"}, headers=back)
    assert fine.url == address


def test_a_seller_suspended_meanwhile_is_said_and_the_basket_kept(client, typed):
    product = ProductFactory(title="Trà")
    add(client, product)
    typed["basket"] = order_form(client)
    Partner.objects.update(state=PartnerState.SUSPENDED)
    assert client.post("/checkout/", typed).url == "/basket/"
    page = client.get("/basket/").content.decode()
    assert "đang tạm ngừng bán" in page and "Trà" in page
    assert Order.objects.count() == 0
    Partner.objects.update(state=PartnerState.ACTIVE)
    assert 'value="12 ngõ Thử"' in client.get("/checkout/").content.decode()


def test_a_certificate_ended_meanwhile_is_said_and_the_basket_kept(client, typed, today):
    product = ProductFactory(title="Trà")
    add(client, product)
    typed["basket"] = order_form(client)
    Certificate.objects.update(ends_on=today - timedelta(days=1))
    assert client.post("/checkout/", typed).url == "/basket/"
    page = client.get("/basket/").content.decode()
    assert "giấy chứng nhận" in page.lower() and "Trà" in page
    assert Order.objects.count() == 0
    assert StockRecord.objects.get().num_allocated in (0, None)


def test_the_sums_stand_before_the_button_that_orders(client):
    add(client, ProductFactory())
    page = client.get("/checkout/").content.decode()
    button = page.index('form="order"')
    assert page.index("data-summary ") < button
    assert 'id="order"' in page


def test_what_is_sold_out_still_shows_its_price(client):
    page = client.get(ProductFactory(stock=0).get_absolute_url()).content.decode()
    assert "50.000\xa0₫" in page and "Giá đã gồm thuế" in page
    assert "Bỏ vào giỏ" not in page
