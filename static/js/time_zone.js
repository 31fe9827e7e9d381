// Proposes the browser's time zone: fills fields nobody has chosen yet, and stands first in the
// list and beside the field where another one was chosen.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const shown = (field) => (field.type === "hidden" ? zone : zone.replaceAll("_", " "));

  for (const field of document.querySelectorAll("[data-time-zone]")) {
    if (!field.value || field.value === "UTC") field.value = shown(field);
  }

  const list = document.getElementById("time-zones");
  const field = document.querySelector("input[list=time-zones]");
  if (!list || !field) return;
  const own = document.createElement("option");
  own.value = shown(field);
  own.label = "Your browser is here now";
  list.prepend(own);
  // The browser searches by what stands in the field: typing begins anew.
  field.addEventListener("focus", () => field.select());

  const hint = document.querySelector("[data-zone-hint]");
  if (!hint || field.value === shown(field)) return;
  hint.hidden = false;
  hint.querySelector("[data-zone-name]").textContent = shown(field);
  hint.querySelector("[data-zone-take]").addEventListener("click", () => {
    field.value = shown(field);
    hint.hidden = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
})();
