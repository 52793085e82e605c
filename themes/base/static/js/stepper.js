/** Quantity: plus and minus beside a number field. Without this file the field stands alone. */

function steppersIn(root) {
  for (const stepper of root.querySelectorAll("[data-stepper]")) wake(stepper);
}

function wake(stepper) {
  if (stepper.dataset.stepper) return;
  stepper.dataset.stepper = "awake";
  const field = stepper.querySelector("input");
  const buttons = [...stepper.querySelectorAll("[data-step]")];

  const refresh = () => {
    const value = Number(field.value) || 0;
    for (const button of buttons) {
      const next = value + Number(button.dataset.step);
      button.disabled = next < Number(field.min || 0) || (field.max !== "" && next > Number(field.max));
    }
  };

  for (const button of buttons) {
    button.addEventListener("click", () => {
      Number(button.dataset.step) > 0 ? field.stepUp() : field.stepDown();
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  field.addEventListener("input", refresh);
  refresh();
}

steppersIn(document);
document.addEventListener("htmx:load", ({ detail }) => steppersIn(detail.elt));
