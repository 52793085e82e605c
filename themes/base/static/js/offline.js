/** The page shown offline: what the device has kept, and another try as soon as there is a network. */

const section = document.querySelector("[data-kept]");
const list = document.querySelector("[data-kept-list]");

async function names() {
  const found = [];
  for (const kind of ["order", "product"]) {
    const cache = await caches.open(kind);
    for (const request of (await cache.keys()).reverse()) {
      const text = await (await cache.match(request)).text();
      const heading = new DOMParser().parseFromString(text, "text/html").querySelector("h1");
      if (heading) found.push([request.url, heading.textContent.trim()]);
    }
  }
  return found;
}

function show(found) {
  for (const [url, name] of found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.className = "link link--alone";
    link.href = url;
    link.textContent = name;
    item.append(link);
    list.append(item);
  }
  section.hidden = found.length === 0;
}

document.querySelector("[data-retry]").addEventListener("click", () => location.reload());
addEventListener("online", () => location.reload());
names().then(show, () => {});
