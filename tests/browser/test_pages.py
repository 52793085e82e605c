"""What every main page keeps, in both languages: quiet console, no sideways scroll, headings."""

import pytest

PAGES = {
    "home": "/",
    "list": "/catalogue/",
    "search": "/search/?q=che",
    "category": "/search/?category=che&stars=4",
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
    with phone.expect_navigation():
        phone.keyboard.press("Enter")
    phone.goto(f"{shop}/basket/")
    assert phone.locator("main input[name=quantity]").count() == 1
