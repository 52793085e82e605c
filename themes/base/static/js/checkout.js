/** Checkout: sums and communes follow the chosen province. Without this file a button asks for them. */

const form = document.querySelector("[data-checkout]");
const holder = form?.querySelector("[data-summary-url]");
const province = form?.elements.namedItem("province");
const summary = document.querySelector("[data-summary]");

async function showSums() {
  const answer = await fetch(`${holder.dataset.summaryUrl}?province=${encodeURIComponent(province.value)}`);
  if (answer.ok) summary.innerHTML = await answer.text();
}

async function listCommunes() {
  const list = document.getElementById("communes");
  list.replaceChildren();
  if (!province.value) return;
  const answer = await fetch(`${holder.dataset.communesUrl}?province=${encodeURIComponent(province.value)}`);
  if (!answer.ok) return;
  const found = await answer.json();
  for (const commune of found) {
    const option = document.createElement("option");
    option.value = `${commune.kind} ${commune.name}`;
    list.append(option);
  }
}

if (holder) {
  form.querySelector("[data-charges]").hidden = true;
  province.addEventListener("change", () => Promise.allSettled([showSums(), listCommunes()]));
  listCommunes().catch(() => {});
}
