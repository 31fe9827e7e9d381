// Proposes the browser's time zone: fills fields nobody has chosen yet, offers it beside others.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;

  const take = (field) => {
    const chosen = field.value;
    field.value = zone;
    // A zone that the list does not know leaves a select empty: keep what it had.
    if (field.value !== zone) field.value = chosen;
  };

  for (const field of document.querySelectorAll("[data-time-zone]")) {
    if (!field.value || field.value === "UTC") take(field);
  }

  const hint = document.querySelector("[data-zone-hint]");
  const field = document.querySelector("select[name=time_zone]");
  if (!hint || !field || field.value === zone) return;
  hint.hidden = false;
  hint.querySelector("[data-zone-name]").textContent = zone.replaceAll("_", " ");
  hint.querySelector("[data-zone-take]").addEventListener("click", () => {
    take(field);
    hint.hidden = true;
  });
})();
