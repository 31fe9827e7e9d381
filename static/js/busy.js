// A form is sent once: its button says so until the answer comes.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || !button || !button.dataset.busyLabel) return;
  const words = button.querySelector("span");
  const before = words.textContent;
  words.textContent = button.dataset.busyLabel;
  button.setAttribute("aria-disabled", "true");
  button.addEventListener("click", (again) => again.preventDefault());
  window.addEventListener("pageshow", (shown) => {
    if (shown.persisted) {
      words.textContent = before;
      button.removeAttribute("aria-disabled");
    }
  });
});
