/** Around htmx: words while waiting, an answer when none comes, and what people had open kept so. */

const notice = document.getElementById("notice");
const said = document.getElementById("said");
const SLOW = 4000;
const waiting = new Map();

function say(words, bad = true) {
  const line = document.createElement("span");
  line.textContent = words;
  if (bad) line.className = "notice__bad";
  notice.replaceChildren(line);
}

function hear(root) {
  const spoken = root?.querySelector("[data-say]");
  if (spoken) said.textContent = spoken.textContent.replace(/\s+/g, " ").trim();
}

/* A button in use says so; it is not disabled, which would take the focus from it. */

function buttonOf(detail) {
  const asked = detail.requestConfig?.triggeringEvent;
  const button = detail.elt.matches("button") ? detail.elt : asked?.submitter;
  return button?.matches("button") ? button : null;
}

function rest(asker) {
  const { button, words, timer } = waiting.get(asker) ?? {};
  clearTimeout(timer);
  waiting.delete(asker);
  if (notice.textContent === notice.dataset.slow) notice.replaceChildren();
  if (!button) return;
  button.removeAttribute("aria-disabled");
  if (words !== undefined) button.textContent = words;
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  rest(detail.elt);
  const state = { timer: setTimeout(() => say(notice.dataset.slow, false), SLOW) };
  const button = buttonOf(detail);
  if (button) {
    state.button = button;
    button.setAttribute("aria-disabled", "true");
    if (button.dataset.busy) [state.words, button.textContent] = [button.textContent, button.dataset.busy];
  }
  waiting.set(detail.elt, state);
});

document.addEventListener(
  "click",
  (event) => {
    if (!event.target.closest("button[aria-disabled=true]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

/* Who goes on at once goes when the answer is there: with the first good comes the basket itself. */

let onward = "";

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target;
  const sending = [...waiting.values()].some((state) => state.button);
  if (!link || elsewhere || !sending || event.defaultPrevented) return;
  event.preventDefault();
  onward = link.href;
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  rest(detail.elt);
  if (onward && detail.successful) location.assign(onward);
  onward = "";
  const button = buttonOf(detail);
  if (detail.successful && button?.hasAttribute("data-adds")) tick(button);
});

function tick(button) {
  const before = [...button.childNodes];
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(drawing.namespaceURI, "use");
  use.setAttribute("href", "#icon-tick");
  drawing.append(use);
  if (before.some((node) => node.nodeName === "svg")) button.replaceChildren(drawing);
  else button.prepend(drawing);
  setTimeout(() => button.replaceChildren(...before), 1200);
}

/* Without an answer nobody knows whether a change was taken: only offline it surely was not. */

function unanswered({ detail }) {
  const changes = detail.requestConfig.verb !== "get";
  if (!changes) say(notice.dataset.unread);
  else say(navigator.onLine ? notice.dataset.unknown : notice.dataset.unsent);
  const number = detail.elt.matches("[data-line]") && detail.elt.elements.namedItem("quantity");
  if (number) {
    number.value = number.defaultValue;
    number.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

document.addEventListener("htmx:sendError", unanswered);
document.addEventListener("htmx:timeout", unanswered);
document.addEventListener("htmx:responseError", ({ detail }) => {
  if (detail.xhr.status !== 400) say(notice.dataset.refused);
});
/* Back twice, quickly: only what was asked for last is shown. */
let restoring;
document.addEventListener("htmx:historyCacheMiss", ({ detail }) => {
  restoring?.abort();
  restoring = detail.xhr;
});
document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());

/* Filters: empty fields stay out of the address; open groups and where one had scrolled stay. */

const filters = () => document.getElementById("filters");
let open = new Map();

document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get") return;
  for (const [name, value] of Object.entries(detail.parameters)) {
    if (value === "") delete detail.parameters[name];
  }
});

function remember() {
  const groups = filters()?.querySelectorAll("[data-facet]") ?? [];
  open = new Map([...groups].map((group) => [group.dataset.facet, [group.open, scrolledIn(group)]]));
}

const scrolledIn = (group) => group.querySelector(".facet__all")?.scrollTop ?? 0;

function recall() {
  for (const group of filters()?.querySelectorAll("[data-facet]") ?? []) {
    const [wasOpen, scrolled] = open.get(group.dataset.facet) ?? [group.open, 0];
    group.open = wasOpen;
    group.querySelector(".facet__all")?.scrollTo(0, scrolled);
  }
  nameTheButton();
}

function nameTheButton() {
  for (const button of document.querySelectorAll("[data-live-label]")) {
    button.textContent = button.dataset.liveLabel;
  }
}

document.addEventListener("submit", ({ target }) => {
  if (target.id === "filters" && target.matches(":popover-open")) target.hidePopover();
});

/* The basket: a number typed while the answer was on its way is sent after it, never lost. */

let typed = [];
const numbers = () => [...document.querySelectorAll("[data-line] input[name=quantity]")];

document.addEventListener("htmx:beforeRequest", ({ detail: { elt } }) => {
  if (elt.matches("[data-line]")) elt.dataset.sent = elt.elements.namedItem("quantity")?.value ?? "";
});

function collectTyped() {
  const pending = numbers().filter((field) => field.value !== (field.form.dataset.sent ?? field.defaultValue));
  typed = pending.map((field) => [field.id, field.value]);
}

function sendTyped() {
  for (const [id, value] of typed.splice(0)) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  remember();
  if (detail.target.id === "basket") collectTyped();
});

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const target = detail.elt;
  if (target.id !== "results" && target.id !== "basket") return;
  hear(target);
  if (document.activeElement === document.body) target.focus({ preventScroll: true });
  if (target.id === "basket") sendTyped();
});

document.addEventListener("htmx:oobAfterSwap", ({ detail }) => {
  if (detail.target.id === "filters") recall();
});
document.addEventListener("htmx:historyRestore", recall);
nameTheButton();
