"""The pictures of the README, taken from a demonstration of their own: ``make screenshots``.

A database and an index in a temporary folder, a free port, Debian's Chromium through Playwright:
the shop is filled, one order from three sellers is placed in it, and each page is photographed as
it stands at the width of a telephone and of a desk.
"""

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from prepared import PACKED, ROOT, unpack
from services import find_program, free_port, wait_for_port

PICTURES = ROOT / "docs" / "pictures"
SIZES = ((390, 844), (1280, 900))
MOST_BYTES, MOST_BYTES_ALTOGETHER = 120_000, 1_800_000
#: Colours tried in turn until a picture is small enough.
PALETTES = (128, 64, 32)

#: A good of each of three sellers in three regions, as in the README's walk, by words that find it.
GOODS = (
    ("hop-tac-xa-nn-dv-nam-yang", "tiêu đen"),
    ("hop-tac-xa-che-suoi-giang", "hồng trà"),
    ("hop-tac-xa-can-gio-tuong-lai", "khô cá"),
)
STORY = "/cau-chuyen/bon-day-tieu-ven-rao/"
PROVINCE = "/tinh/gia-lai/"
LIST = "/search/?" + urlencode(
    {"q": "mật ong", "region": "trung-du-va-mien-nui-phia-bac", "stars": [4, 5]}, doseq=True
)
#: Where the order goes.
HUE = "hue"
PASSWORD = "cho-phien-2026"


@dataclass
class Camera:
    """Photographs one browser tab at both widths."""

    page: Page

    def take(self, name: str) -> None:
        """Write ``name`` at each width."""
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            self._stand_still()
            raw = self.page.screenshot(animations="disabled")
            target = PICTURES / f"{name}-{width}.png"
            write_small(raw, target)
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB", flush=True)

    def _stand_still(self) -> None:
        self.page.evaluate("document.activeElement?.blur()")
        self.page.evaluate("() => document.fonts.ready.then(() => null)")
        self.page.evaluate("scrollTo(0, 0)")
        self.page.wait_for_load_state("networkidle")


def write_small(raw: bytes, target: Path) -> None:
    """Write a picture with as many colours as its size allows; raise `ValueError` if none do."""
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    for colours in PALETTES:
        picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= MOST_BYTES:
            return
    raise ValueError(f"{target.name}: {target.stat().st_size} bytes, {MOST_BYTES} are allowed")


@contextlib.contextmanager
def running_shop() -> Iterator[str]:
    """Fill a shop of its own, serve it on a free port, give its address."""
    with tempfile.TemporaryDirectory() as folder:
        database, port = Path(folder) / "shop.sqlite3", free_port()
        address = f"http://127.0.0.1:{port}"
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "marketplace.settings.dev",
            "DATABASE_URL": f"sqlite:///{database}",
            "SEARCH_INDEX_FOLDER": str(Path(folder) / "index"),
            "SITE_URL": address,
            "EMAIL_URL": "dummy://",
        }
        if PACKED.exists():
            unpack(database)
        manage = [sys.executable, "manage.py"]
        for command in (["migrate", "-v0"], ["load_demonstration"]):
            subprocess.run([*manage, *command], cwd=ROOT, env=environment, check=True)
        server = subprocess.Popen(
            [
                sys.executable, "-m", "gunicorn", "marketplace.wsgi", "--bind", f"127.0.0.1:{port}",
                "--threads", "4", "--worker-class", "gthread", "--log-level", "error",
            ],
            cwd=ROOT,
            env=environment,
        )  # fmt: skip
        try:
            wait_for_port(port)
            yield address
        finally:
            server.terminate()
            server.wait(30)


def find_good(address: str, seller: str, words: str) -> dict:
    """Return the first good of ``seller`` that ``words`` find and that is in stock."""
    query = urlencode({"partner": seller, "q": words, "in_stock": 1})
    return fetch(f"{address}/api/v1/products?{query}")["results"][0]


def fetch(url: str) -> dict:
    """Return the JSON at ``url``."""
    with urllib.request.urlopen(url, timeout=30) as answer:
        return json.load(answer)


def browse(browser: Browser, address: str) -> None:
    """Take what anybody sees, and place one order as somebody without an account."""
    page = browser.new_page(locale="vi-VN", color_scheme="light", reduced_motion="reduce")
    camera = Camera(page)
    for name, path in (("home", "/"), ("list", LIST), ("province", PROVINCE), ("story", STORY)):
        page.goto(address + path)
        camera.take(name)
    for position, (seller, words) in enumerate(GOODS):
        good = find_good(address, seller, words)
        if position == 0:
            page.goto(f"{address}/certificate/{good['certificate']['number']}/")
            camera.take("certificate")
        page.goto(good["url"])
        if position == 0:
            camera.take("product")
        page.locator("form[action*='/basket/add/'] button[type=submit]").first.click()
        page.wait_for_load_state()
    page.goto(f"{address}/basket/")
    camera.take("basket")
    page.goto(f"{address}/checkout/")
    fill_checkout(page)
    camera.take("checkout")
    page.locator("button.button--wide[form=order]").click()
    page.wait_for_url("**/checkout/thank-you/")
    camera.take("thank-you")


def fill_checkout(page: Page) -> None:
    """Type an address as a buyer would, and wait until the delivery is known."""
    page.get_by_label("Số điện thoại").fill("0912 345 678")
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Mẫu")
    with page.expect_response("**/checkout/summary/**"):
        page.get_by_label("Tỉnh, thành phố").select_option(HUE)
    page.get_by_label("Xã, phường").fill("Thuận Hóa")
    page.get_by_label("Số nhà, thôn, đường").fill("12 đường Thử Nghiệm")


def sit_at_the_desk(browser: Browser, address: str) -> None:
    """Take the desk of the first seller with its part of the order."""
    page = browser.new_page(locale="vi-VN", color_scheme="light", reduced_motion="reduce")
    camera = Camera(page)
    page.goto(f"{address}/accounts/login/?next=/seller/")
    page.locator("input[name=username]").fill(f"{GOODS[0][0]}@demo.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/seller/")
    page.locator(".desk__order").first.click()
    page.wait_for_url("**/seller/orders/**")
    camera.take("desk")


def main() -> None:
    """Take all pictures; fail when they weigh more than a repository should carry."""
    chromium = os.environ.get("CHROMIUM") or find_program("chromium")
    if chromium is None:
        sys.exit("There is no chromium on this machine: apt-get install chromium")
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with running_shop() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        browse(browser, address)
        sit_at_the_desk(browser, address)
        browser.close()
    weight = sum(path.stat().st_size for path in PICTURES.iterdir())
    print(f"{weight // 1000} kB altogether")
    if weight > MOST_BYTES_ALTOGETHER:
        sys.exit(f"That is more than {MOST_BYTES_ALTOGETHER // 1000} kB.")


if __name__ == "__main__":
    main()
