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
    const input = zone.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
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

const files = (form) => [...form.querySelectorAll("[data-file-drop] input[type=file]")];

const showProgress = (form, percent) =>
  files(form).forEach((input) => {
    const bar = input.closest("[data-file-drop]").querySelector("[data-progress]");
    bar.hidden = percent === null || !input.files.length;
    bar.querySelector("progress").value = percent || 0;
    bar.querySelector("[data-percent]").textContent = `${percent || 0} %`;
  });

document.addEventListener("htmx:xhr:progress", (event) => {
  if (!event.detail.lengthComputable || !event.target.matches("form")) return;
  showProgress(event.target, Math.round((event.detail.loaded / event.detail.total) * 100));
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.target.matches("form")) showProgress(event.target, null);
});

// A refused form comes back without its files; those that were not at fault are put in again.
const chosen = new Map();

document.addEventListener("htmx:beforeSwap", (event) => {
  chosen.clear();
  const form = event.detail.requestConfig && event.detail.requestConfig.elt;
  if (event.detail.xhr.status < 400 || !form || !form.matches("form")) return;
  files(form).forEach((input) => chosen.set(input.id, input.files));
});

document.addEventListener("htmx:afterSwap", () => {
  chosen.forEach((list, id) => {
    const input = document.getElementById(id);
    if (input && list.length && !input.closest(".field--invalid")) input.files = list;
  });
  chosen.clear();
});

// What is too large or empty is said at once, before anything is sent.
const faultOf = (file, most) => {
  const size = (bytes) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  if (!file.size) return `“${file.name}” is empty.`;
  return file.size > most ? `“${file.name}” has ${size(file.size)}, and ${size(most)} is the most.` : "";
};

document.addEventListener("change", (event) => {
  const zone = event.target.closest("[data-file-drop]");
  if (!zone) return;
  const most = Number(zone.dataset.mostBytes);
  const faults = [...event.target.files].map((file) => faultOf(file, most)).filter(Boolean);
  const note = zone.querySelector("[data-file-fault]");
  note.textContent = faults.length ? `${faults.join(" ")} Choose again.` : "";
  event.target.setCustomValidity(faults.join(" "));
});
