"""The installed shop: what is shown without a network, and what never is."""

import json
import re

from marketplace.settings.dev import DEMONSTRATION_PASSWORD

PARTNER = "/hop-tac-xa/hop-tac-xa-che-suoi-giang/"
KEPT = """async ([address, wanted]) =>
    ((await (await caches.open('product')).match(address)) !== undefined) === wanted"""
READY = (
    "() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)"
)


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


def settle(page, address):
    page.goto(address)
    page.wait_for_function(READY)


def kept(page):
    """Every address that the device has kept, by the name of its cache."""
    return page.evaluate(
        """async () => {
            const kept = {};
            for (const name of await caches.keys()) {
                const requests = await (await caches.open(name)).keys();
                kept[name] = requests.map(each => each.url);
            }
            return kept;
        }"""
    )


def open_product(page, shop):
    settle(page, shop + PARTNER)
    page.goto(shop + page.locator(".card:has(button) a").first.get_attribute("href"))
    page.wait_for_function("async () => (await (await caches.open('product')).keys()).length > 0")
    return page.url


def test_without_a_network_a_page_never_seen_says_so_and_names_those_kept(shop, phone):
    address = open_product(phone, shop)
    phone.context.set_offline(True)
    phone.goto(f"{shop}/catalogue/")
    assert phone.locator("h1").inner_text().lower() == "không có mạng"
    link = phone.locator("[data-kept-list] a").first
    link.wait_for()
    assert link.get_attribute("href") == address
    link.click()
    phone.locator(".message--warning").wait_for()
    assert phone.url == address
    phone.goto(f"{shop}/en/catalogue/")
    phone.locator("html[lang=en] h1").wait_for()
    phone.context.set_offline(False)


def test_a_product_seen_before_is_shown_with_a_strip_and_sells_nothing(shop, phone):
    address = open_product(phone, shop)
    name = phone.locator("h1").inner_text()
    phone.context.set_offline(True)
    phone.goto(address)
    assert phone.locator("h1").inner_text() == name
    strip = plain(phone.locator(".message--warning").inner_text())
    assert re.fullmatch(
        r"Đang không có mạng\. Đây là bản đã lưu lúc .*\d\d:\d\d.*: giá .* khác\.", strip
    )
    assert not phone.get_by_role("button", name="Bỏ vào giỏ").is_visible()
    assert phone.locator(".card__add").first.is_hidden()
    phone.context.set_offline(False)
    phone.goto(address)
    assert phone.locator(".message--warning").count() == 0
    assert phone.get_by_role("button", name="Bỏ vào giỏ").is_visible()


def put_away(chromium, shop, address, *, away=True):
    """Take a product off the shelf as the operator does, or put it back."""
    number = re.search(r"_(\d+)/$", address).group(1)
    context = chromium.new_context()
    desk = context.new_page()
    desk.goto(f"{shop}/admin/login/?next=/admin/catalogue/product/{number}/change/")
    desk.locator("[name=username]").fill("operator@demo.example")
    desk.locator("[name=password]").fill(DEMONSTRATION_PASSWORD)
    desk.locator("[type=submit]").first.click()
    desk.locator("[name=is_public]").set_checked(not away)
    desk.locator("[name=_save]").click()
    desk.wait_for_url("**/admin/catalogue/product/")
    context.close()


def test_a_product_no_longer_sold_leaves_the_device(shop, phone, chromium):
    address = open_product(phone, shop)
    phone.wait_for_function(KEPT, arg=[address, True])
    put_away(chromium, shop, address)
    try:
        phone.goto(address)
        assert phone.get_by_role("button", name="Bỏ vào giỏ").count() == 0
        assert phone.locator(".message--warning").count() == 0
        phone.wait_for_function(KEPT, arg=[address, False])
        phone.context.set_offline(True)
        phone.goto(address)
        assert phone.locator("h1").inner_text().lower() == "không có mạng"
    finally:
        phone.context.set_offline(False)
        put_away(chromium, shop, address, away=False)


def test_an_order_opened_by_its_link_is_kept_and_nothing_else_of_the_buyer(shop, phone):
    settle(phone, shop + PARTNER)
    phone.locator(".card__add[data-adds]").first.click()
    phone.locator("#notice a").click()
    phone.goto(f"{shop}/checkout/")
    for name, value in (
        ("phone", "0912345678"),
        ("name", "Nguyễn Thị Mẫu"),
        ("commune", "Tây Hồ"),
        ("street", "Ngõ 1"),
    ):
        phone.locator(f"[name={name}]").fill(value)
    phone.locator("[name=province]").select_option("ha-noi")
    phone.get_by_role("button", name="Đặt hàng").last.click()
    phone.wait_for_url("**/thank-you/")
    link = phone.locator("a[href*='token=']").first.get_attribute("href")
    assert phone.locator(".qr svg").count() == 1
    assert kept(phone).get("order", []) == []
    phone.goto(link)
    phone.wait_for_function("async () => (await (await caches.open('order')).keys()).length === 1")
    phone.goto(f"{shop}/accounts/login/")
    phone.goto(f"{shop}/seller/")
    secret = re.compile(r"/(basket|checkout|accounts|seller|cms|dashboard|admin)/")
    assert [each for each in json.dumps(kept(phone)).split('"') if secret.search(each)] == []
    phone.context.set_offline(True)
    phone.goto(link)
    assert phone.locator(".qr svg").is_visible()
    assert not phone.get_by_role("button", name="Hủy phần này").is_visible()
    phone.context.set_offline(False)


def test_a_form_sent_without_a_network_is_answered(shop, phone):
    settle(phone, f"{shop}/accounts/login/")
    phone.locator("[name=username]").fill("a@example.vn")
    phone.locator("[name=password]").fill("whatever")
    phone.context.set_offline(True)
    phone.locator("main form:has([name=password]) button[type=submit]").first.click()
    phone.locator("h1:has-text('Không có mạng')").wait_for()
    phone.context.set_offline(False)


def test_the_device_keeps_twenty_products_at_most(shop, phone):
    settle(phone, f"{shop}/catalogue/")
    addresses = phone.locator(".shelf .label").evaluate_all("all => all.map(each => each.href)")[
        :22
    ]
    assert len(addresses) == 22
    for address in addresses:
        phone.goto(address, wait_until="commit")
        phone.wait_for_function(
            "async address => (await (await caches.open('product')).match(address)) !== undefined",
            arg=address,
        )
    phone.wait_for_function(
        "async () => (await (await caches.open('product')).keys()).length === 20"
    )
    assert set(kept(phone)["product"]) == set(addresses[2:])
