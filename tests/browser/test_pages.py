"""What every main page keeps, in both languages: quiet console, no sideways scroll, headings."""

import pytest

from marketplace.settings.dev import DEMONSTRATION_PASSWORD
from tests.browser.sweep import is_bad

PAGES = {
    "home": "/",
    "list": "/catalogue/",
    "search": "/search/?q=che",
    "category": "/search/?category=che&stars=4",
    "narrowed": "/search/?region=trung-du-va-mien-nui-phia-bac&stars=4&stars=5&price_min=1000",
    "region": "/vung/bac-trung-bo/",
    "province": "/tinh/lam-dong/",
    "partner": "/hop-tac-xa/hop-tac-xa-che-suoi-giang/",
    "story": "/cau-chuyen/muoi-hai-nuoc-son-roi-moi-ve/",
    "stories": "/cau-chuyen/",
    "basket": "/basket/",
    "login": "/accounts/login/",
}


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole(shop, phone, page, language):
    for width in (360, 320, 1280):
        phone.set_viewport_size({"width": width, "height": 800})
        answer = phone.goto(shop + language + PAGES[page])
        assert answer.status == 200
        needed = phone.evaluate("document.documentElement.scrollWidth")
        assert needed <= width, f"{page} needs {needed} px at {width}"
    assert phone.locator("h1").count() == 1
    assert phone.locator("html").get_attribute("lang") == (language[1:] or "vi")
    assert phone.complaints == []


def test_from_a_product_to_the_basket_by_keyboard_alone(shop, phone):
    phone.goto(f"{shop}/hop-tac-xa/hop-tac-xa-che-suoi-giang/")
    phone.locator(".card:has(button) a").first.focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/catalogue/**")
    for _ in range(60):
        phone.keyboard.press("Tab")
        focused = phone.evaluate("document.activeElement.textContent.trim()")
        if focused == "Bỏ vào giỏ":
            break
    assert focused == "Bỏ vào giỏ"
    outline = phone.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    phone.keyboard.press("Enter")
    phone.locator("#notice:has-text('Đã bỏ')").wait_for()
    phone.goto(f"{shop}/basket/")
    assert phone.locator("main input[name=quantity]").count() == 1


def test_an_editor_chooses_a_product_sees_the_preview_and_publishes(shop, chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, locale="vi-VN")
    desk = context.new_page()
    desk.set_default_timeout(20_000)
    complaints = []
    desk.on("console", lambda said: complaints.append(said.text) if is_bad(said) else None)
    desk.goto(f"{shop}/cms/pages/search/?q=ven+rao")
    desk.locator("[name=username]").fill("operator@demo.example")
    desk.locator("[name=password]").fill(DEMONSTRATION_PASSWORD)
    desk.locator("form:has([name=password]) button[type=submit]").first.click()
    desk.locator("main a[href*='/edit/']").first.click()
    desk.locator("[name=lead]").fill("Lời mở đầu biên tập viên vừa viết.")
    desk.locator("#id_story_products-ADD").click()
    desk.locator("[id^=inline_child_story_products]").last.locator(
        "[data-chooser-action-choose]"
    ).first.click()
    desk.locator(".modal input[name=q]").fill("giam mat hoa dua")
    desk.locator(".modal a[data-chooser-modal-choice]:has-text('Giấm mật hoa dừa')").click()
    desk.locator("button[aria-label*='review'], button[aria-label*='Xem trước']").first.click()
    preview = desk.frame_locator("iframe#w-preview-iframe, iframe[title*='review']")
    preview.locator("text=Lời mở đầu biên tập viên vừa viết.").wait_for()
    desk.locator("footer [data-w-dropdown-target=toggle]").first.click()
    desk.locator("button[name=action-publish]").click()
    desk.wait_for_load_state("load")

    desk.goto(f"{shop}/cau-chuyen/bon-day-tieu-ven-rao/")

    shown = desk.locator("main").inner_text().replace("\xa0", " ").lower()
    assert "lời mở đầu biên tập viên vừa viết." in shown
    assert "giấm mật hoa dừa" in shown
    assert complaints == []
    context.close()


def test_a_long_name_does_not_widen_the_desk(shop, chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{shop}/hop-tac-xa/hop-tac-xa-che-suoi-giang/")
    page.locator(".card:has(button) button").first.click()
    page.locator("#notice:has-text('Đã bỏ')").wait_for()
    page.goto(f"{shop}/checkout/")
    for name, value in (
        ("phone", "0912345678"), ("name", "N" * 60), ("commune", "Tây Hồ"), ("street", "S" * 60),
    ):  # fmt: skip
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=province]").select_option("ha-noi")
    page.get_by_role("button", name="Đặt hàng").first.click()
    page.goto(page.locator("a[href*='token=']").first.get_attribute("href"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    number = page.locator("h1").inner_text().split()[-1]
    page.goto(f"{shop}/accounts/login/?next=/seller/orders/{number}-1/")
    page.locator("[name=username]").fill("hop-tac-xa-che-suoi-giang@demo.example")
    page.locator("[name=password]").fill(DEMONSTRATION_PASSWORD)
    page.locator("main form:has([name=password]) button[type=submit]").first.click()
    page.wait_for_url("**/seller/orders/**")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_suggestions_are_reached_by_keyboard_and_named_to_a_screen_reader(shop, phone):
    phone.set_viewport_size({"width": 1280, "height": 800})
    phone.goto(f"{shop}/")
    field = phone.get_by_role("combobox", name="Tìm sản vật").first
    assert field.get_attribute("aria-expanded") == "false"
    field.type("mat ong", delay=20)
    options = phone.get_by_role("listbox", name="Gợi ý").first.get_by_role("option")
    # The answer to the whole text; an earlier one may stand there for a moment.
    phone.locator("[role=option]:first-child:has-text('Mật ong')").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("ArrowDown")
    chosen = phone.locator("[role=option][aria-selected=true]")
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert "Mật ong" in chosen.text_content()
    phone.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    phone.keyboard.press("Escape")
    assert (field.get_attribute("aria-expanded"), options.first.is_visible()) == ("false", False)
    phone.keyboard.press("ArrowDown")
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    assert "/catalogue/" in phone.url
    assert phone.complaints == []


def test_the_search_box_works_without_a_script(shop, chromium):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{shop}/")
    page.locator("input[type=search]").first.fill("traf hoa vangf")
    with page.expect_navigation():
        page.locator("input[type=search]").first.press("Enter")
    assert page.locator(".card").count() > 0
    assert "trà hoa vàng" in page.locator(".listing__note").text_content()
