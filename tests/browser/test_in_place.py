"""What changes without a new page: adding, the basket, filters; and what is said when it fails."""

import re

import pytest

PARTNER = "/hop-tac-xa/hop-tac-xa-che-suoi-giang/"


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip()


def stay(page):
    """Mark the page, so that a new one would be noticed."""
    page.evaluate("window.stayed = true")


def stayed(page):
    return page.evaluate("window.stayed === true")


def add_from_card(page, shop):
    page.goto(shop + PARTNER)
    page.locator(".card__add[data-adds]").first.click()
    page.locator("#notice a").wait_for()


def test_a_card_puts_its_good_into_the_basket_where_one_is(shop, phone):
    phone.goto(shop + PARTNER)
    stay(phone)
    button = phone.locator(".card__add[data-adds]").first
    button.scroll_into_view_if_needed()
    before = phone.evaluate("scrollY")
    button.click()
    phone.locator("#notice:has-text('vào giỏ.')").wait_for()
    assert stayed(phone)
    assert phone.evaluate("scrollY") == before
    assert phone.locator("#basket-link .header__count").inner_text() == "1"
    assert phone.locator("#basket-link").get_attribute("aria-label") == "Giỏ hàng, 1 món"
    assert button.locator("use[href='#icon-tick']").count() == 1
    button.locator("use[href='#icon-plus']").wait_for()
    assert phone.complaints == []


def test_a_product_page_refuses_beside_the_number_and_keeps_it(shop, phone):
    phone.goto(shop + PARTNER)
    phone.locator(".card:has(button) a").first.click()
    phone.wait_for_url("**/catalogue/**")
    stay(phone)
    phone.locator("#quantity").fill("77")
    phone.get_by_role("button", name="Bỏ vào giỏ").click()
    phone.locator("#beside-number [role=alert]").wait_for()
    assert phone.locator("#quantity").input_value() == "77"
    phone.locator("#quantity").fill("2")
    phone.get_by_role("button", name="Bỏ vào giỏ").click()
    phone.locator("#notice a").wait_for()
    assert stayed(phone)
    assert phone.locator("#beside-number").inner_text() == ""
    assert phone.locator(".header__count").inner_text() == "2"


def test_the_basket_counts_anew_in_place_and_keeps_the_focus(shop, phone):
    add_from_card(phone, shop)
    phone.goto(f"{shop}/basket/")
    stay(phone)
    assert not phone.get_by_role("button", name="Sửa").is_visible()
    once = sums(phone)
    more = phone.locator("[data-step='1']").first
    more.focus()
    for _ in range(2):
        phone.keyboard.press("Enter")
    phone.wait_for_function("() => document.querySelector('.header__count').textContent === '3'")
    assert sums(phone) == once * 3
    assert phone.evaluate("document.activeElement.id").endswith("-more")
    phone.wait_for_function("() => document.getElementById('said').textContent.includes('₫')")
    phone.locator("main input[name=quantity]").fill("77")
    phone.keyboard.press("Tab")
    phone.locator(".line [role=alert]").wait_for()
    assert phone.locator("main input[name=quantity]").input_value() == "77"
    phone.get_by_role("button", name=re.compile("^Bỏ ra")).click()
    phone.locator("text=Giỏ còn trống.").wait_for()
    assert stayed(phone)
    assert phone.locator(".header__count").count() == 0
    assert phone.evaluate("document.activeElement.id") == "basket"


def sums(page):
    return int(re.sub(r"\D", "", page.locator("[data-say] dd").inner_text()))


def test_what_is_typed_while_an_answer_is_on_its_way_is_not_lost(shop, phone):
    add_from_card(phone, shop)
    phone.goto(f"{shop}/basket/")
    held = []
    phone.route(
        "**/basket/lines/**", lambda route: held.append(route) if not held else route.continue_()
    )
    number = phone.locator("main input[name=quantity]")
    number.fill("2")
    phone.keyboard.press("Tab")
    phone.wait_for_function("() => document.querySelector('#basket.htmx-request') !== null")
    number.fill("5")
    held[0].continue_()
    phone.wait_for_function("() => document.querySelector('.header__count').textContent === '5'")
    phone.reload()
    assert phone.locator("main input[name=quantity]").input_value() == "5"


def test_without_a_network_nothing_is_pretended(shop, phone):
    add_from_card(phone, shop)
    phone.goto(f"{shop}/basket/")
    once = sums(phone)
    phone.context.set_offline(True)
    phone.locator("[data-step='1']").first.click()
    phone.locator("#notice:has-text('Chưa gửi được')").wait_for()
    assert "Giỏ còn nguyên" in plain(phone.locator("#notice").inner_text())
    assert phone.locator("main input[name=quantity]").input_value() == "1"
    assert sums(phone) == once
    phone.context.set_offline(False)


def test_a_slow_answer_is_announced_and_a_second_tap_waits(shop, phone):
    phone.goto(shop + PARTNER)
    phone.locator(".card:has(button) a").first.click()
    phone.wait_for_url("**/catalogue/**")
    held = []
    phone.route("**/basket/add/**", lambda route: held.append(route))  # noqa: PLW0108
    button = phone.locator(".buy__row button[type=submit]")
    button.click()
    phone.locator("button:has-text('Đang bỏ vào giỏ…')").wait_for()
    assert button.get_attribute("aria-disabled") == "true"
    button.click(force=True)
    phone.locator("#notice:has-text('Mạng đang chậm')").wait_for()
    assert len(held) == 1
    held[0].continue_()
    phone.locator("#notice a").wait_for()
    phone.get_by_role("button", name="Bỏ vào giỏ").wait_for()


@pytest.fixture
def desk(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_filters_narrow_the_list_in_place_and_back_widens_it(shop, desk):
    desk.goto(f"{shop}/catalogue/")
    stay(desk)
    everything = desk.locator(".listing__count").inner_text()
    box = desk.locator("#facet-stars-5")
    box.focus()
    desk.keyboard.press("Space")
    desk.wait_for_url("**/catalogue/?stars=5")
    desk.wait_for_function(
        "was => document.querySelector('.listing__count').textContent !== was", arg=everything
    )
    narrowed = desk.locator(".listing__count").inner_text()
    assert desk.evaluate("document.activeElement.id") == "facet-stars-5"
    assert desk.evaluate("document.getElementById('said').textContent") == narrowed
    assert plain(desk.locator(".card .star").first.inner_text()) == "OCOP 5 sao"
    desk.locator(".pages a[rel=next]").click()
    desk.wait_for_url("**page=2**")
    desk.go_back()
    desk.wait_for_url("**/catalogue/?stars=5")
    desk.go_back()
    desk.wait_for_function(
        "was => document.querySelector('.listing__count').textContent === was", arg=everything
    )
    assert desk.url == f"{shop}/catalogue/"
    assert not desk.locator("#facet-stars-5").is_checked()
    assert stayed(desk)
    desk.goto(f"{shop}/catalogue/?stars=5")
    assert desk.locator(".listing__count").inner_text() == narrowed


def test_the_sheet_of_filters_stays_open_and_says_how_many(shop, phone):
    phone.goto(f"{shop}/catalogue/")
    phone.get_by_role("button", name="Lọc", exact=True).click()
    group = phone.locator("[data-facet=group], [data-facet=partner], [data-facet=province]").first
    group.locator("summary").click()
    everything = phone.locator("[data-live-label]").inner_text()
    phone.locator("#facet-stars-5").check()
    phone.wait_for_function(
        "was => document.querySelector('[data-live-label]').textContent !== was", arg=everything
    )
    assert re.fullmatch(r"Xem \d+ thứ", plain(phone.locator("[data-live-label]").inner_text()))
    assert phone.locator("#filters").evaluate("sheet => sheet.matches(':popover-open')")
    assert group.evaluate("group => group.open")
    phone.locator("[data-live-label]").click()
    assert not phone.locator("#filters").evaluate("sheet => sheet.matches(':popover-open')")
    assert phone.complaints == []


def test_delivery_to_a_province_is_told_at_once_and_remembered(shop, phone):
    phone.goto(shop + PARTNER)
    phone.locator(".card:has(button) a").first.click()
    phone.wait_for_url("**/catalogue/**")
    stay(phone)
    phone.locator("#to-province").select_option("lao-cai")
    phone.locator("#quote .price").wait_for()
    near = plain(phone.locator("#quote").inner_text())
    assert near.startswith("25.000 ₫ 1 đến 2 ngày")
    phone.locator("#to-province").select_option("ca-mau")
    phone.locator("#quote:has-text('3 đến 6 ngày')").wait_for()
    assert stayed(phone)
    phone.reload()
    assert phone.locator("#to-province").input_value() == "ca-mau"
    assert plain(phone.locator("#quote").inner_text()).startswith("38.000 ₫ 3 đến 6 ngày")


def test_delivery_is_told_without_a_script_too(shop, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(shop + PARTNER)
    page.locator(".card:has(button) a").first.click()
    address = page.url
    page.locator("#to-province").select_option("lao-cai")
    page.get_by_role("button", name="Tính phí giao").click()
    page.locator("#quote .price").wait_for()
    assert page.url == f"{address}#delivery"
    context.close()


def test_who_goes_on_before_the_answer_loses_nothing(shop, phone):
    phone.goto(shop + PARTNER)
    held = []
    phone.route("**/basket/add/**", lambda route: held.append(route))  # noqa: PLW0108
    phone.locator(".card__add[data-adds]").first.click()
    phone.locator(".card__add[aria-disabled]").wait_for()
    phone.locator("#basket-link").click()
    held[0].continue_()
    phone.wait_for_url("**/basket/")
    assert phone.locator("main input[name=quantity]").count() == 1
