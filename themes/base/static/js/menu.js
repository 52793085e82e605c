/** Menus and the filter sheet open without this file; it closes them the way people expect. */

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
