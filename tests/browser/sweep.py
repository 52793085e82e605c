"""Opens each page type once in each language and keeps what the tests ask about it."""

from dataclasses import dataclass, field

from tests.browser.page_types import BY_NAME

PHONE = {"width": 390, "height": 844}
#: From the narrowest telephone (WCAG 1.4.10: 320 px) to a desk.
WIDTHS = (320, 360, 768, 1440)
#: The rules of WCAG 2.2 A and AA, and those that axe calls best practice.
AXE = """(rules) => axe.run(document, {
  resultTypes: ["violations"],
  ...(rules && {runOnly: {type: "rule", values: rules}}),
}).then(({violations}) => violations.flatMap(({id, nodes}) =>
  nodes.map(({target, failureSummary}) => `${id}: ${target.join(" ")}: ${failureSummary}`)))"""
AXE_VERSION = "axe.version"
#: What is smaller than 44 x 44 px though a finger must hit it. A link within a sentence may be
#: (WCAG 2.5.5, "inline"), and a patch of the map (38 px and more), whose size is the map's
#: ("essential"); a tick box is as large as the label around it, a teaser as large as its card.
SMALL_TARGETS = """() => {
  const found = [];
  for (const each of document.querySelectorAll(
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")) {
    const over = getComputedStyle(each, "::after");
    const holder = each.matches("[type=checkbox], [type=radio]") ? each.closest("label") ?? each
      : over.content !== "none" && over.position === "absolute" && over.inset === "0px"
      ? each.offsetParent : each;
    if (!holder.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if (each.matches(".unseen, .skip") || each.closest("[aria-hidden=true]")) continue;
    const inSentence = getComputedStyle(each).display === "inline" && each.parentElement &&
      [...each.parentElement.childNodes]
        .some((node) => node.nodeType === 3 && /[\\p{L}]/u.test(node.data));
    if (inSentence || each.matches(".map__patch")) continue;
    const {width, height} = holder.getBoundingClientRect();
    if (width < 43.9 || height < 43.9) {
      const name = (each.getAttribute("aria-label") ?? each.textContent ?? "").trim().slice(0, 30);
      const size = `${Math.round(width)}x${Math.round(height)}`;
      found.push(`${each.tagName.toLowerCase()}.${each.className} ${size} ${name}`);
    }
  }
  return found;
}"""
#: The menu wraps by a media query in em, which follows the reader's setting but not this style.
LARGE_TEXT = """document.documentElement.style.fontSize = "200%";
  document.querySelector(".menu").hidden = true"""
USUAL_TEXT = """document.documentElement.style.fontSize = "";
  document.querySelector(".menu").hidden = false"""
#: Text that its box cuts off.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter((each) => {
  if (!each.checkVisibility({visibilityProperty: true})) return false;
  if (each.closest(".unseen, svg, select")) return false;
  const style = getComputedStyle(each);
  const cuts = (overflow, needed, given) => /hidden|clip/.test(overflow) && needed > given + 1;
  // The pole of the hero is meant to leave the page.
  return each.textContent.trim() && !each.matches(".hero") &&
    (cuts(style.overflowX, each.scrollWidth, each.clientWidth) ||
     cuts(style.overflowY, each.scrollHeight, each.clientHeight));
}).map((each) => `${each.tagName.toLowerCase()}.${each.className}`)"""
HAS_MOVED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@dataclass
class Seen:
    """One page in one language, as it was found."""

    status: int
    html: str
    language: str
    headings: int
    complaints: list[str]
    widths: dict[int, int] = field(default_factory=dict)
    small_targets: list[str] = field(default_factory=list)
    large_text: list[str] = field(default_factory=list)
    axe: dict[str, list[str]] = field(default_factory=dict)


class Sweep:
    """Opens pages as their visitors; a page that was opened is not opened again."""

    def __init__(self, browser, visitors):
        self.browser, self.visitors = browser, visitors
        self._seen: dict[tuple[str, str], Seen] = {}
        self._contexts = {}

    def see(self, name: str, language: str, axe: str | None = None) -> Seen:
        """Return what was seen of a page; ``axe`` is the source of axe, where it is at hand."""
        if (name, language) not in self._seen:
            self._seen[name, language] = self._open(name, language, axe)
        return self._seen[name, language]

    def _open(self, name, language, axe):
        page_type = BY_NAME[name]
        address = self.visitors.address(page_type, language)
        page = self._context_of(page_type.who).new_page()
        page.set_default_timeout(60_000)
        listen(page)
        answer = page.goto(address)
        page.evaluate("document.fonts.ready.then(() => null)")
        seen = Seen(
            status=answer.status,
            html=answer.text(),
            language=page.locator("html").get_attribute("lang"),
            headings=page.locator("h1").count(),
            complaints=page.complaints,
        )
        if axe:
            page.evaluate(axe)
            seen.axe = {"light": page.evaluate(AXE, None)}
            page.emulate_media(color_scheme="dark")
            page.evaluate(HAS_MOVED)
            # Nothing else than the colours changes.
            seen.axe["dark"] = page.evaluate(AXE, ["color-contrast", "link-in-text-block"])
        seen.small_targets = page.evaluate(SMALL_TARGETS)
        self._measure(page, seen)
        page.close()
        return seen

    def _measure(self, page, seen):
        page.evaluate(LARGE_TEXT)
        page.evaluate(HAS_MOVED)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
            seen.large_text.append(f"needs {needed} px")
        seen.large_text += page.evaluate(CUT_OFF)
        page.evaluate(USUAL_TEXT)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            seen.widths[width] = page.evaluate("document.documentElement.scrollWidth")

    def _context_of(self, who):
        if who not in self._contexts:
            self._contexts[who] = self.browser.new_context(
                viewport=PHONE, locale="vi-VN", color_scheme="light", reduced_motion="reduce",
                storage_state=self.visitors.state(who),
            )  # fmt: skip
        return self._contexts[who]


def listen(page):
    """Keep what the console of ``page`` complains of in ``page.complaints``."""
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if is_bad(said) else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))


def is_bad(said):
    """Whether a message of the console is one that a page must not cause."""
    return said.type == "error" or "Content Security Policy" in said.text
