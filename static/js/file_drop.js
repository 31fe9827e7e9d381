// Files can be dropped on the field, and a moving bar shows how much of them has arrived.
// Without scripts the same form posts the same file.
const zoneOf = (event) => event.target.closest && event.target.closest("[data-file-drop]");

["dragenter", "dragover"].forEach((name) =>
  document.addEventListener(name, (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.classList.add("file-drop--over");
  }),
);

["dragleave", "drop"].forEach((name) =>
  document.addEventListener(name, (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    zone.classList.remove("file-drop--over");
    if (name !== "drop") return;
    event.preventDefault();
    zone.querySelector("input[type=file]").files = event.dataTransfer.files;
  }),
);

// htmx sends the form, because only its kind of request reports progress.
htmx.onLoad((part) => {
  const zones = part.querySelectorAll("[data-file-drop]");
  new Set([...zones].map((zone) => zone.closest("form"))).forEach((form) => {
    if (!form || form.hasAttribute("hx-post") || form.hasAttribute("hx-boost")) return;
    form.setAttribute("hx-boost", "true");
    htmx.process(form);
  });
});

document.addEventListener("htmx:xhr:progress", (event) => {
  if (!event.detail.lengthComputable) return;
  const percent = Math.round((event.detail.loaded / event.detail.total) * 100);
  event.target.querySelectorAll("[data-file-drop]").forEach((zone) => {
    if (!zone.querySelector("input[type=file]").files.length) return;
    zone.querySelector("[data-progress]").hidden = false;
    zone.querySelector("progress").value = percent;
    zone.querySelector("[data-percent]").textContent = `${percent} %`;
  });
});
