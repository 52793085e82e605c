"""The people who visit: what each has done before a page is looked at, done once by clicking."""

import json
import urllib.request
from urllib.parse import urlencode, urlsplit

from tests.browser.page_types import GOODS, LANGUAGES, SELLER, PageType

ADDRESS = {
    "phone": "0912 345 678", "name": "Nguyễn Thị Mẫu", "commune": "Thuận Hóa",
    "street": "12 đường Thử Nghiệm",
}  # fmt: skip
PROVINCE = "hue"
#: As in marketplace/settings/dev.py, which the bench and the pictures cannot import.
DEMONSTRATION_PASSWORD = "cho-phien-2026"


def sign_in(page, shop, name, next_path="/"):
    """Sign in as an account of the demonstration; end on ``next_path``."""
    page.goto(f"{shop}/accounts/login/?next={next_path}")
    page.locator("[name=username]").fill(f"{name}@demo.example")
    page.locator("[name=password]").fill(DEMONSTRATION_PASSWORD)
    page.locator("main form:has([name=password]) button[type=submit]").first.click()
    page.wait_for_load_state("load")


def find_good(shop, seller):
    """Return the path of the first good of ``seller`` that its words find and that is in stock."""
    query = urlencode({"partner": seller, "q": GOODS[seller], "in_stock": 1})
    with urllib.request.urlopen(f"{shop}/api/v1/products?{query}", timeout=30) as answer:
        return urlsplit(json.load(answer)["results"][0]["url"]).path


def put_into_basket(page, shop, path):
    """Put the good at ``path`` into the basket from its own page."""
    page.goto(shop + path)
    page.locator("form[action*='/basket/add/'] button[type=submit]").first.click()
    page.wait_for_load_state("load")


def fill_checkout(page):
    """Type an address as a buyer would, and wait until the delivery is known."""
    for name, value in ADDRESS.items():
        page.locator(f"main [name={name}]").fill(value)
    with page.expect_response("**/checkout/summary/**"):
        page.locator("main [name=province]").select_option(PROVINCE)


class Visitors:
    """Makes each visitor once; gives the cookies they carry and the addresses they found."""

    def __init__(self, browser, shop):
        self.browser, self.shop = browser, shop
        self.product = find_good(shop, SELLER)
        self.found = {"product": self.product}
        self._states = {"anyone": None}

    def address(self, page_type: PageType, language: str = "vi") -> str:
        """Return the whole address of a page in ``language``."""
        self.state(page_type.who)
        return self.shop + LANGUAGES[language] + page_type.path.format_map(self.found)

    def state(self, who):
        """Return the cookies of a visitor, as Playwright's new_context takes them."""
        if who not in self._states:
            context = self.browser.new_context(locale="vi-VN")
            page = context.new_page()
            page.set_default_timeout(60_000)
            getattr(self, f"_become_{who}")(page)
            self._states[who] = context.storage_state()
            context.close()
        return self._states[who]

    def _become_guest(self, page):
        self._order_from_three(page)
        link = page.locator("main a[href*='token=']").first.get_attribute("href")
        self.found["order_link"] = link.removeprefix(self.shop)
        for seller in GOODS:
            put_into_basket(page, self.shop, find_good(self.shop, seller))

    def _become_buyer(self, page):
        sign_in(page, self.shop, "buyer")
        self._order_from_three(page)
        page.goto(f"{self.shop}/accounts/orders/")
        page.locator("main a[href*='/accounts/orders/OC-']").first.click()
        page.wait_for_url("**/accounts/orders/OC-*/")
        self.found["number"] = page.url.rstrip("/").rsplit("/", 1)[-1]
        page.goto(self.shop + self.product)
        page.locator("form[action*='/wishlists/add/'] button").first.click()
        page.wait_for_load_state("load")

    def _become_seller(self, page):
        self.state("guest")
        sign_in(page, self.shop, SELLER, "/seller/")
        part = page.locator("main a[href*='/seller/orders/']").first.get_attribute("href")
        self.found["part"] = part.removeprefix(self.shop)

    def _order_from_three(self, page):
        for seller in GOODS:
            put_into_basket(page, self.shop, find_good(self.shop, seller))
        page.goto(f"{self.shop}/checkout/")
        fill_checkout(page)
        page.locator("button.button--wide[form=order]").first.click()
        page.wait_for_url("**/checkout/thank-you/")
