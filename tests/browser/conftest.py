"""A real Chromium before a real server, which is started as `make run` starts it."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.serving import ROOT, running_shop
from tests.browser.sweep import Sweep, listen
from tests.browser.visitors import Visitors

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.fspath):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    """The demonstration on a port of its own; its address."""
    if address := os.environ.get("SHOP_ADDRESS"):
        yield address
        return
    with running_shop(tmp_path_factory.mktemp("shop")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, headless."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def visitors(chromium, shop):
    """Who visits, with what each has done before."""
    return Visitors(chromium, shop)


@pytest.fixture(scope="session")
def node_modules():
    """The folder of axe and html-validate."""
    folder = Path(os.environ.get("BROWSER_NODE_MODULES") or ROOT / "var/node/tests-browser")
    folder = folder if folder.name == "node_modules" else folder / "node_modules"
    if not (folder / "axe-core").is_dir():
        pytest.skip("axe and html-validate are not here: no npm on this machine")
    return folder


@pytest.fixture(scope="session")
def sweep(chromium, visitors):
    """Every page type, opened once."""
    return Sweep(chromium, visitors)


@pytest.fixture
def phone(chromium):
    """A page on a phone, 390 px wide; what its console says is kept in ``complaints``."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(10_000)
    listen(page)
    yield page
    context.close()
