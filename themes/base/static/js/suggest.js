/**
 * Suggestions under the search box: the listbox pattern. Without this file the box searches on its
 * own. The field keeps the focus; the arrow keys move the active option, Enter opens it or searches,
 * Escape closes the list. What was asked for earlier never overwrites a later answer.
 */

const PAUSE = 120;

for (const form of document.querySelectorAll("[data-suggest]")) watch(form);

function watch(form) {
  const field = form.querySelector("input[type=search]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  let waiting;
  let asked = new AbortController();
  let active = -1;

  close();
  // What was typed while this file was on its way.
  if (document.activeElement === field && field.value !== field.defaultValue) ask();

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });

  field.addEventListener("keydown", (event) => {
    const options = list.children;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      open();
      // One place more than there are options: the words as they were typed.
      const places = options.length + 1;
      point(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options[active].querySelector("a").click();
    }
  });

  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });

  async function ask() {
    const typed = field.value.trim();
    asked.abort();
    if (!typed) return close();
    asked = new AbortController();
    const address = new URL(form.dataset.suggest, location.href);
    address.searchParams.set("q", typed);
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (answer.ok) show(await answer.json());
    } catch (error) {
      // No answer, no list: the box still searches.
      if (error.name !== "AbortError") close();
    }
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(option));
    active = -1;
    status.textContent = form.dataset.count.replace("{n}", suggestions.length);
    if (suggestions.length && form.contains(document.activeElement)) open();
    else close();
  }

  function option(suggestion, place) {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.className = "suggest__option";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const link = document.createElement("a");
    link.href = suggestion.url;
    link.tabIndex = -1;
    link.className = "suggest__link";
    link.append(picture(suggestion), text("suggest__label", suggestion.label));
    link.append(text("suggest__kind", form.dataset[suggestion.kind] ?? ""));
    item.append(link);
    return item;
  }

  function picture(suggestion) {
    if (!suggestion.image) return text("suggest__blank", "");
    const image = document.createElement("img");
    image.src = suggestion.image;
    image.alt = "";
    image.width = image.height = 40;
    image.className = "suggest__picture";
    return image;
  }

  function text(name, words) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = words;
    return span;
  }

  function point(place) {
    for (const [number, item] of [...list.children].entries()) {
      item.setAttribute("aria-selected", String(number === place));
    }
    active = place;
    if (place < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[place].id);
    list.children[place].scrollIntoView({ block: "nearest" });
  }

  function open() {
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
  }

  function close() {
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }
}
