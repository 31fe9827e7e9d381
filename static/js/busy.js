// A form is sent once: its button says so until the answer comes.
(() => {
  const restore = new WeakMap();

  const start = (form, button) => {
    if (!button || !button.dataset.busyLabel || restore.has(form)) return;
    const words = button.querySelector("span");
    const before = words.textContent;
    const stop = (again) => again.preventDefault();
    words.textContent = button.dataset.busyLabel;
    button.setAttribute("aria-disabled", "true");
    button.addEventListener("click", stop);
    restore.set(form, () => {
      words.textContent = before;
      button.removeAttribute("aria-disabled");
      button.removeEventListener("click", stop);
    });
  };

  const end = (form) => {
    if (restore.has(form)) restore.get(form)();
    restore.delete(form);
  };

  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) start(event.target, event.submitter);
  });
  window.addEventListener("pageshow", (shown) => {
    if (shown.persisted) [...document.forms].forEach(end);
  });

  // htmx sends some forms itself, and tells when it is done.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, requestConfig } = event.detail;
    if (elt.matches("form") && requestConfig) start(elt, (requestConfig.triggeringEvent || {}).submitter);
  });
  document.addEventListener("htmx:afterRequest", (event) => end(event.detail.elt));
})();
