/**
 * Keeps, on the buyer's device: the page shown offline, static files, and those pages alone whose
 * answer allows it by a header (products on sale, an order that was opened by its link). Whatever
 * a network answers is shown as it is; a kept page is shown only when no network answers.
 */
const SETTINGS = {{ values|safe }};
const SHELL = `shell-${VERSION}`;
const FILES = `files-${VERSION}`;
const KINDS = ["product", "order", "picture"];
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const PICTURE = /^\/(label|media)\//;

const languageOf = (url) => (/^\/en(\/|$)/.test(new URL(url).pathname) ? "en" : "vi");

self.addEventListener("install", (event) => {
  const pages = Object.values(SETTINGS.offline);
  const fresh = [...SETTINGS.shell, ...pages].map((url) => new Request(url, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const ours = new Set([SHELL, FILES, ...KINDS]);
      for (const name of await caches.keys()) if (!ours.has(name)) await caches.delete(name);
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(request.method === "GET" ? visit(event) : send(request));
  else if (request.method !== "GET") return;
  else if (url.pathname.startsWith(SETTINGS.static)) event.respondWith(file(request, url));
  else if (PICTURE.test(url.pathname)) event.respondWith(picture(event));
});

async function visit(event) {
  const { request } = event;
  let answer;
  try {
    answer = (await event.preloadResponse) ?? (await fetch(request));
  } catch {
    return (await kept(request.url)) ?? (await offline(request.url));
  }
  event.waitUntil(keep(request.url, answer.ok ? answer.clone() : answer));
  return answer;
}

/** A form that was sent as a page: what was typed is still behind the back button. */
async function send(request) {
  try {
    return await fetch(request);
  } catch {
    return offline(request.url);
  }
}

/** Keep what may be kept; what the network no longer gives so is thrown away. */
async function keep(url, answer) {
  const key = keyOf(url);
  const kind = answer.ok && !answer.redirected && answer.headers.get(SETTINGS.header);
  for (const other of ["product", "order"]) {
    if (other !== kind && answer.status < 500) await (await caches.open(other)).delete(key);
  }
  if (kind === "product" || kind === "order") await put(kind, key, await stamped(answer));
}

const keyOf = (url) => {
  const { origin, pathname, searchParams } = new URL(url);
  const token = searchParams.get("token");
  return token ? `${origin}${pathname}?token=${token}` : origin + pathname;
};

async function stamped(answer) {
  const headers = new Headers({ "X-Kept-At": new Date().toISOString() });
  for (const name of ["Content-Type", "Content-Security-Policy"]) {
    if (answer.headers.has(name)) headers.set(name, answer.headers.get(name));
  }
  return new Response(await answer.text(), { headers });
}

async function put(name, key, answer) {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - SETTINGS.most[name]))) await cache.delete(old);
}

/** A kept page, with a strip that says so; the theme hides what could not be done offline. */
async function kept(url) {
  for (const name of ["product", "order"]) {
    const found = await (await caches.open(name)).match(keyOf(url));
    if (!found) continue;
    const language = languageOf(url);
    const when = new Date(found.headers.get("X-Kept-At"));
    const said = when.toLocaleString(language, { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" });
    const strip = `<div class="wrap messages"><div class="message message--warning" role="status">${SETTINGS.stale[language].replace("%s", said)}</div></div>`;
    const text = (await found.text()).replace("<html ", "<html data-stale ").replace('<main id="content"', `${strip}<main id="content"`);
    return new Response(text, { headers: found.headers });
  }
}

async function offline(url) {
  const shell = await caches.open(SHELL);
  return (await shell.match(SETTINGS.offline[languageOf(url)])) ?? Response.error();
}

/** A file whose name bears its digest never changes; of another the network's is newer. */
async function file(request, url) {
  const known = await caches.match(request);
  if (known && HASHED.test(url.pathname)) return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(FILES)).put(request, answer.clone());
    return answer;
  } catch {
    return known ?? Response.error();
  }
}

/** A drawing's address bears the digest of what drew it, a photograph's its own. */
async function picture(event) {
  const known = await caches.match(event.request);
  if (known) return known;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(put("picture", event.request.url, answer.clone()));
  return answer;
}
