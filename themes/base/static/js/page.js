/** Every page: menus and sheets open without this file, it closes them; forms say they are sent. */

const MENUS = "[data-menu] details[open], details[data-menu][open]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll(MENUS)) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(MENUS)) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

for (const sheet of document.querySelectorAll("[data-sheet]")) {
  sheet.addEventListener("focusout", (event) => {
    const left = event.relatedTarget && !sheet.contains(event.relatedTarget);
    if (left && sheet.matches(":popover-open")) sheet.hidePopover();
  });
}

/* A form sent as a page: its button says so and is not pressed twice. Back again, it is as it was. */

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  const button = event.target.querySelector("button[data-sending]") ?? document.querySelector(`button[form="${event.target.id}"][data-sending]`);
  if (!button) return;
  if (button.ariaDisabled === "true") return event.preventDefault();
  button.dataset.words = button.textContent;
  button.textContent = button.dataset.sending;
  button.ariaDisabled = "true";
});

addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[data-words]")) {
    button.textContent = button.dataset.words;
    button.ariaDisabled = null;
    delete button.dataset.words;
  }
});

/* Suggestions come when somebody turns to the search box: most pages are read without it. */

for (const form of document.querySelectorAll("[data-suggest]")) {
  const field = form.querySelector("input[type=search]");
  field.role = "combobox";
  field.ariaAutoComplete = "list";
  field.ariaExpanded = "false";
  field.setAttribute("aria-controls", form.querySelector("[role=listbox]").id);
}

const suggest = (event) => {
  const form = event.target.closest?.("[data-suggest]");
  if (form) import(form.dataset.script);
};
document.addEventListener("focusin", suggest);
suggest({ target: document.activeElement ?? document.body });

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/service-worker.js").catch(() => {}));
}
