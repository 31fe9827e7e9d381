// Proposes the browser's time zone where a form asks for one and nobody has chosen yet.
(() => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  for (const field of document.querySelectorAll("[data-time-zone]")) {
    const chosen = field.value;
    if (chosen && chosen !== "UTC") continue;
    field.value = zone;
    // A zone that the list does not know leaves a select empty: keep what it had.
    if (field.value !== zone) field.value = chosen;
  }
})();
