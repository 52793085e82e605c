"""The whole way: from the home page to each cooperative's desk, by the links that are there."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.utils import timezone

from catalogue.certification.models import Certificate
from catalogue.partner.models import Partner, StockRecord
from catalogue.partner.operations import seat_member
from catalogue.partner.states import TeamRole
from catalogue.places.models import Commune, OldProvince, Province
from catalogue.places.operations import load_places
from cms.operations import Story, StoryText, prepare_pages, write_story
from marketplace.accounts.models import User
from marketplace.order.models import Order, PartnerOrder
from marketplace.outbox.delivery import deliver_due
from marketplace.outbox.models import OutboxMessage
from search.indexing import rebuild
from tests.factories.catalogue import CategoryChain, PartnerFactory, ProductFactory

pytestmark = pytest.mark.django_db(transaction=True)
GOODS = {
    "htx-che": ("Chè Shan Hang Chú", 14, 90_000),
    "htx-muoi": ("Muối Tôm Bến Đình", 80, 35_000),
    "htx-sen": ("Trà Sen Đồng Vọng", 82, 120_000),
}


@pytest.fixture
def market():
    """Three cooperatives of three provinces, a good each, a story about the first."""
    load_places()
    leaf = CategoryChain.make()[-1]
    products = {}
    for code, (name, province_code, price) in GOODS.items():
        province = Province.objects.get(pk=province_code)
        commune = Commune.objects.filter(province=province).first()
        partner = PartnerFactory(code=code, name=f"HTX {name}", province=province, commune=commune)
        products[code] = ProductFactory(
            title_vi=name,
            slug=f"hang-{code}",
            partner=partner,
            province=province,
            old_province=OldProvince.objects.filter(province=province).first(),
            commune=commune,
            categories=[leaf],
            stock__price=price,
            stock__num_in_stock=5,
        )
        user = User.objects.create_user(f"{code}@example.vn", "mot-mat-khau-dai")
        seat_member(partner=partner, user=user, role=TeamRole.OWNER)
    product = products["htx-che"]
    text = StoryText("Búp chè lên sương", "Ở Hang Chú.", "", [{"type": "products"}])
    story = Story("bup-che", product.province, [product], [], {"vi": text, "en": text}, [])
    write_story(story=story, indexes=prepare_pages(), at=timezone.now())
    rebuild(on=timezone.localdate())
    return products


class Visitor:
    """Somebody with a browser: follows links by their text, sends the forms that are there."""

    def __init__(self):
        self.client = Client()

    def open(self, address):
        response = self.client.get(address, follow=True)
        assert response.status_code == 200, address
        self.address = response.request["PATH_INFO"]
        self.page = BeautifulSoup(response.content, "html.parser")
        return self

    def follow(self, text):
        link = self.page.find("a", string=lambda found: found and text in found) or next(
            (each for each in self.page.find_all("a") if text in self.words(each)), None
        )
        assert link is not None, (text, self.address)
        return self.open(link["href"])

    def send(self, form, **values):
        fields = {
            each["name"]: each.get("value", "")
            for each in form.find_all(["input", "textarea"])
            if each.get("name") and each.get("type") not in {"checkbox", "radio"}
        }
        address = form.get("action") or self.address
        response = self.client.post(address, {**fields, **values}, follow=True)
        self.address = response.request["PATH_INFO"]
        self.page = BeautifulSoup(response.content, "html.parser")
        return response

    def form(self, part_of_action):
        return next(
            each for each in self.page.find_all("form") if part_of_action in each.get("action", "")
        )

    @staticmethod
    def words(element):
        return re.sub(r"\s+", " ", element.get_text(" ").replace("\xa0", " "))

    @property
    def text(self):
        return self.words(self.page)


DELIVERY = {
    "name": "Nguyễn Thị Mẫu",
    "phone": "0912 345 678",
    "email": "mau@example.vn",
    "province": "son-la",
    "street": "Bản Mẫu, nhà 7",
}


def fill_basket(visitor, products):
    for product in products.values():
        visitor.open(product.get_absolute_url())
        visitor.send(visitor.form("/basket/add/"), quantity="1")


def check_out(visitor, **changes):
    visitor.open("/basket/").open("/checkout/")
    commune = Commune.objects.filter(province__slug="son-la").order_by("pk").first()
    form = max(visitor.page.find_all("form"), key=lambda each: len(each.find_all("input")))
    return visitor.send(form, **{**DELIVERY, "commune": commune.full_name, **changes})


def written():
    return (
        Order.objects.count(),
        PartnerOrder.objects.count(),
        OutboxMessage.objects.count(),
        list(StockRecord.objects.order_by("pk").values_list("num_allocated", flat=True)),
    )


def test_from_the_home_page_to_each_cooperatives_desk(market):
    buyer = Visitor()
    buyer.open("/").follow("Trung du và miền núi phía Bắc")
    assert buyer.address == "/vung/trung-du-va-mien-nui-phia-bac/"
    buyer.follow("Sơn La")
    assert buyer.address == "/tinh/son-la/"
    buyer.follow("Chè Shan Hang Chú")
    for words in ("OCOP 4 sao", "SL-", "Búp chè lên sương", "90.000 ₫", "Hạn", "HTX Chè Shan"):
        assert words in buyer.text, words
    product_page = buyer.address
    buyer.follow("Búp chè lên sương")
    assert buyer.address == "/cau-chuyen/bup-che/"
    assert "Chè Shan Hang Chú" in buyer.text
    number = market["htx-che"].certificates.get().number
    buyer.open(product_page).open(f"/certificate/{number}/")
    assert "còn hạn" in buyer.text

    fill_basket(buyer, market)
    buyer.open("/basket/")
    for name, _, _ in GOODS.values():
        assert name in buyer.text
    response = check_out(buyer)

    order = Order.objects.get()
    assert response.status_code == 200
    assert order.number in buyer.text
    assert order.user is None
    link = next(
        each["href"] for each in buyer.page.find_all("a") if "token=" in each.get("href", "")
    )
    stranger = Visitor().open(link[link.index("/orders/") :])
    assert "Chè Shan Hang Chú" in stranger.text
    assert Client().get(f"/orders/{order.number}/").status_code == 404

    parts = {part.partner.code: part for part in PartnerOrder.objects.select_related("partner")}
    assert set(parts) == set(GOODS)
    assert sum(part.total for part in parts.values()) == int(order.total_incl_tax)
    for code in GOODS:
        work_through(code, parts)

    order.refresh_from_db()
    assert order.status == "completed"
    stocks = StockRecord.objects.values_list("num_in_stock", "num_allocated")
    assert set(stocks) == {(4, 0)}
    told_once(order)


def work_through(code, parts):
    """Sign in as one cooperative, see exactly its part, and move it to the end."""
    desk = Visitor()
    desk.open("/accounts/login/")
    desk.send(
        desk.page.find("input", {"name": "password"}).find_parent("form"),
        username=f"{code}@example.vn",
        password="mot-mat-khau-dai",
    )
    desk.open("/seller/").follow(parts[code].number)
    own, *others = sorted(GOODS, key=lambda each: each != code)
    assert GOODS[own][0] in desk.text
    assert "Bản Mẫu, nhà 7" in desk.text
    for other in others:
        assert GOODS[other][0] not in desk.text
        assert desk.client.get(f"/seller/orders/{parts[other].number}/").status_code == 404
        answer = desk.client.post(f"/seller/orders/{parts[other].number}/move/", {"to": "accepted"})
        assert answer.status_code == 404
    for state in ("accepted", "packed", "shipped", "delivered"):
        form = next(
            each
            for each in desk.page.find_all("form")
            if each.find("input", {"name": "to", "value": state})
        )
        desk.send(form)
        desk.open(f"/seller/orders/{parts[code].number}/")
    assert PartnerOrder.objects.get(pk=parts[code].pk).state == "delivered"


def told_once(order):
    """Everybody has been told of the order once, however often the outbox is delivered."""
    deliver_due(now=timezone.now() + timedelta(minutes=5))
    sent = [(letter.to[0], letter.subject) for letter in mail.outbox]
    assert len(sent) == len(set(sent)) or [to for to, _ in sent].count("mau@example.vn") > 1
    for code in GOODS:
        assert [to for to, _ in sent].count(f"{code}@example.vn") == 1
    placed = [subject for to, subject in sent if to == "mau@example.vn" and order.number in subject]
    assert placed
    before = len(mail.outbox)
    deliver_due(now=timezone.now() + timedelta(hours=1))
    assert len(mail.outbox) == before


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("phone", "12", "Số điện thoại chưa đúng"),
        ("name", "", "họ tên"),
        ("commune", "Xã Không Có Đâu", "Xã Không Có Đâu"),
        ("province", "", "tỉnh"),
        ("email", "khong-phai-thu", "khong-phai-thu"),
    ],
)
def test_a_wrong_value_is_answered_beside_the_field_and_nothing_is_lost(
    market, field, value, words
):
    buyer = Visitor()
    fill_basket(buyer, market)
    before = written()

    check_out(buyer, **{field: value})

    wrong = [each["name"] for each in buyer.page.find_all(attrs={"aria-invalid": "true"})]
    assert wrong == [field]
    assert words in str(buyer.page)
    kept = buyer.page.find(attrs={"name": "street"})
    assert kept["value"] == "Bản Mẫu, nhà 7"
    assert written() == before


def sold_out(product):
    StockRecord.objects.filter(product=product).update(num_in_stock=0)


def dearer(product):
    StockRecord.objects.filter(product=product).update(price=99_000)


def ended(product):
    day = timezone.localdate() - timedelta(days=1)
    Certificate.objects.filter(product=product).update(
        issued_on=day - timedelta(days=900), ends_on=day
    )


def suspended(product):
    Partner.objects.filter(pk=product.partner_id).update(state="suspended")


@pytest.mark.parametrize("change", [sold_out, dearer, ended, suspended])
def test_what_changed_between_basket_and_order_is_said_and_nothing_is_written(market, change):
    buyer = Visitor()
    fill_basket(buyer, market)
    buyer.open("/checkout/")
    form = max(buyer.page.find_all("form"), key=lambda each: len(each.find_all("input")))
    before = written()
    change(market["htx-che"])

    commune = Commune.objects.filter(province__slug="son-la").order_by("pk").first()
    buyer.send(form, **DELIVERY, commune=commune.full_name)

    assert "Chè Shan Hang Chú" in buyer.text
    assert written() == before
    buyer.open("/basket/")
    for name, _, _ in GOODS.values():
        assert name in buyer.text


def test_an_unknown_address_is_our_own_page_with_a_search_box(client, market):
    response = client.get("/khong-co-gi-o-day/")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 404
    assert page.find("input", {"name": "q"})
    assert page.find("header")
