"""Every type of page a visitor can meet, once: the tests, the bench and the pictures share it."""

from dataclasses import dataclass

#: A good that is in stock, of each of three sellers in three regions.
GOODS = {
    "hop-tac-xa-che-suoi-giang": "hồng trà",
    "hop-tac-xa-nn-dv-nam-yang": "tiêu đen",
    "hop-tac-xa-can-gio-tuong-lai": "khô cá",
}
SELLER = "hop-tac-xa-che-suoi-giang"
#: The languages by the prefix of their addresses.
LANGUAGES = {"vi": "", "en": "/en"}


@dataclass(frozen=True)
class PageType:
    """A page by example.

    ``path`` is the address in Vietnamese; names in braces are filled by `Visitors.address`.
    ``who`` opens it: ``anyone`` comes for the first time, ``guest`` has an order behind and goods
    in the basket without an account, ``buyer`` the same with one; a ``seller`` works here.
    """

    name: str
    path: str
    who: str = "anyone"
    status: int = 200


PAGE_TYPES = (
    PageType("home", "/"),
    PageType("list", "/catalogue/"),
    PageType("category", "/catalogue/category/thuc-pham_1/"),
    PageType("search", "/search/?q=che"),
    PageType(
        "narrowed",
        "/search/?region=trung-du-va-mien-nui-phia-bac&stars=4&stars=5&price_min=1000",
    ),
    PageType("nothing-found", "/search/?q=khong+co+mon+nay+dau&stars=5"),
    PageType("region", "/vung/bac-trung-bo/"),
    PageType("province", "/tinh/lam-dong/"),
    PageType("partner", f"/hop-tac-xa/{SELLER}/"),
    PageType("product", "{product}"),
    PageType("product-sold-out", "/catalogue/bap-non-dong-hop_646/"),
    PageType("product-unlisted", "/catalogue/thanh-nhan-can-tho_641/"),
    PageType("reviews", "{product}reviews/"),
    PageType("certificate", "/certificate/86-28083-01-2026/"),
    PageType("certificate-revoked", "/certificate/52-16648-01-2026/"),
    PageType("stories", "/cau-chuyen/"),
    PageType("story", "/cau-chuyen/muoi-hai-nuoc-son-roi-moi-ve/"),
    PageType("basket-empty", "/basket/"),
    PageType("basket", "/basket/", "guest"),
    PageType("checkout", "/checkout/", "guest"),
    PageType("thank-you", "/checkout/thank-you/", "guest"),
    PageType("order-by-link", "{order_link}", "guest"),
    PageType("login", "/accounts/login/"),
    PageType("register", "/accounts/register/"),
    PageType("password-reset", "/password-reset/"),
    PageType("password-reset-done", "/password-reset/done/"),
    PageType("not-found", "/khong-co-trang-nay/", status=404),
    PageType("account", "/accounts/", "buyer"),
    PageType("profile", "/accounts/profile/", "buyer"),
    PageType("change-password", "/accounts/change-password/", "buyer"),
    PageType("wish-list", "/accounts/wishlists/", "buyer"),
    PageType("orders", "/accounts/orders/", "buyer"),
    PageType("order", "/accounts/orders/{number}/", "buyer"),
    PageType("review-form", "{product}reviews/add/", "buyer"),
    PageType("no-seat", "/seller/", "buyer", status=403),
    PageType("desk", "/seller/", "seller"),
    PageType("desk-order", "{part}", "seller"),
)
BY_NAME = {page.name: page for page in PAGE_TYPES}
