"""What the first view of a page may weigh and ask for, as a phone on a first visit loads it.

Timings are no business of a test: LCP and blocking time are measured by ``make bench``.
"""

from dataclasses import dataclass

import brotli
import pytest

from tests.browser.page_types import BY_NAME

#: Bytes of the whole first view, and of each kind within it.
MOST = {"all": 250_000, "Stylesheet": 25_000, "Script": 30_000, "Font": 70_000}
MOST_REQUESTS = 20
MOST_SHIFT = 0.02
PAGES = (
    "home", "list", "search", "region", "province", "partner", "product", "story", "stories",
    "basket", "checkout", "login",
)  # fmt: skip
TEXT = ("text/", "svg", "javascript", "json")
SHIFT = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(shift), 200);
})"""


@dataclass
class Loaded:
    kind: str
    url: str
    bytes: int


def load(page, address):
    """Open ``address``; return what was loaded, as the wire carries it compressed."""
    answers = []
    # Playwright takes no method of a list.
    page.on("requestfinished", lambda request: answers.append(request))  # noqa: PLW0108
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return [weigh(request) for request in answers]


def weigh(request):
    answer = request.response()
    kind = request.resource_type.capitalize()
    body = answer.body()
    if any(word in answer.headers.get("content-type", "") for word in TEXT):
        # The demonstration need not compress; a server in production does.
        return Loaded(kind, request.url, len(brotli.compress(body, quality=5)))
    return Loaded(kind, request.url, len(body))


@pytest.mark.parametrize("name", PAGES)
def test_the_first_view_is_light_and_stands_still(chromium, visitors, name):
    page_type = BY_NAME[name]
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2.625, is_mobile=True,
        has_touch=True, locale="vi-VN", storage_state=visitors.state(page_type.who),
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(60_000)
    loaded = load(page, visitors.address(page_type))
    shift = page.evaluate(SHIFT)
    context.close()

    weight = {"all": sum(each.bytes for each in loaded)}
    for each in loaded:
        weight[each.kind] = weight.get(each.kind, 0) + each.bytes
    print(f"\n{name}: {len(loaded)} requests, {weight}, shift {shift:.3f}")
    assert {"Document", "Stylesheet", "Script", "Font"} <= set(weight)
    assert {kind: weight[kind] for kind, most in MOST.items() if weight[kind] > most} == {}
    assert len(loaded) <= MOST_REQUESTS, [each.url for each in loaded]
    assert shift <= MOST_SHIFT
