// A form with data-autosave="<address>" posts itself there a moment after each change.
const waiting = new WeakMap();

const show = (state, words) => {
  const indicator = document.querySelector("[data-saved-indicator]");
  if (!indicator) return;
  indicator.dataset.state = state;
  indicator.querySelector("[data-saved-text]").textContent = words;
};

const save = async (form) => {
  show("saving", "Saving…");
  try {
    const answer = await fetch(form.dataset.autosave || form.action, {
      method: "POST",
      body: new FormData(form),
      headers: { "X-Autosave": "true" },
    });
    if (answer.status === 422) {
      show("failed", "Saved, except for what is not understood yet.");
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    show("saved", `Saved at ${time}`);
  } catch {
    show("failed", "Not saved: your connection was lost. We try again with the next change.");
  }
};

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form || !("autosave" in form.dataset)) return;
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => save(form), 900));
});

document.addEventListener("submit", (event) => clearTimeout(waiting.get(event.target)));
