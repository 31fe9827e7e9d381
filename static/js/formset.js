// Adds and removes rows of a formset in place. Without scripts the same buttons post the form.
const ADDRESSED = ["name", "id", "for", "aria-describedby", "aria-labelledby", "data-counts"];

const total = (set) => set.querySelector(`[name="${set.dataset.formset}-TOTAL_FORMS"]`);
const rows = (set) => [...set.querySelectorAll("[data-formset-row]")];

// Everything in `row` that was addressed by its old place is addressed by the new one.
const place = (row, prefix, index) => {
  const old = new RegExp(`(${prefix}-)(?:__prefix__|\\d+)(?=-)`, "g");
  row.querySelectorAll("*").forEach((part) =>
    ADDRESSED.filter((name) => part.hasAttribute(name)).forEach((name) =>
      part.setAttribute(name, part.getAttribute(name).replace(old, `$1${index}`)),
    ),
  );
  row.id = `milestone-${index + 1}`;
  row.querySelector("[data-formset-number]").textContent = index + 1;
  const remove = row.querySelector("[name=remove]");
  remove.value = index;
  remove.querySelector(".visually-hidden").textContent = ` milestone ${index + 1}`;
};

const changed = (set) => {
  rows(set).forEach((row, index) => place(row, set.dataset.formset, index));
  total(set).value = rows(set).length;
  // Autosave listens to input, the price to formset:changed.
  total(set).dispatchEvent(new Event("input", { bubbles: true }));
  set.dispatchEvent(new CustomEvent("formset:changed", { bubbles: true }));
};

const add = (set) => {
  const empty = set.querySelector("[data-formset-empty]").content.cloneNode(true);
  set.querySelector("[data-formset-rows]").append(empty);
  changed(set);
  rows(set).at(-1).querySelector("input, select, textarea").focus();
};

const remove = (set, row) => {
  const near = row.previousElementSibling || row.nextElementSibling;
  row.remove();
  changed(set);
  (near || set).querySelector("input, button").focus();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=add], button[name=remove]");
  const set = button && button.closest("[data-formset]");
  if (!set) return;
  event.preventDefault();
  if (button.name === "add") add(set);
  else remove(set, button.closest("[data-formset-row]"));
});
