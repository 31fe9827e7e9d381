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
  forgetRemoved(set);
  const empty = set.querySelector("[data-formset-empty]").content.cloneNode(true);
  set.querySelector("[data-formset-rows]").append(empty);
  changed(set);
  rows(set).at(-1).querySelector("input, select, textarea").focus();
};

// A removed row leaves a line with which it comes back; the next change of the rows ends that.
const remove = (set, row) => {
  const number = row.querySelector("[data-formset-number]").textContent;
  const line = set.querySelector("[data-formset-removed]").content.firstElementChild.cloneNode(true);
  line.querySelector("[data-removed-number]").textContent = number;
  forgetRemoved(set);
  row.replaceWith(line);
  changed(set);
  const undo = line.querySelector("button");
  undo.addEventListener("click", () => {
    line.replaceWith(row);
    changed(set);
    row.querySelector("input, select, textarea").focus();
  });
  undo.focus();
};

const forgetRemoved = (set) => set.querySelectorAll("[data-removed]").forEach((line) => line.remove());

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=add], button[name=remove]");
  const set = button && button.closest("[data-formset]");
  if (!set) return;
  event.preventDefault();
  if (button.name === "add") add(set);
  else remove(set, button.closest("[data-formset-row]"));
});
