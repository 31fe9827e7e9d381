// A request of a script that was refused says so: beside what was pressed, read out, focused.
// `refusals` also gives autosave.js its words, so that each reason is put into words once.
const refusals = (() => {
  const REASONS = {
    0: ["there is no connection.", "Try again when you are back online."],
    400: ["the server did not understand it.", "Load the page anew and try again."],
    401: ["you are signed out.", ""],
    403: ["you may not do this, or not any more.", ""],
    404: ["this is not here any more.", ""],
    408: ["the connection was too slow.", "Try again."],
    409: ["somebody else changed this since you opened it.", ""],
    413: ["it is too large.", "Make it smaller, or send it in parts."],
    429: ["this was tried too often.", "Wait a minute, then try again."],
    "other-account": [
      "another account is signed in in this browser now.",
      "Copy what you need, and sign in as yourself.",
    ],
    "old-page": ["you signed in again since this page was opened.", "Press once more to send it."],
    broken: ["something went wrong on our side.", "Try again in a minute."],
    "not-editable": ["this can no longer be changed.", ""],
    unknown: ["the answer was not understood.", "Try again."],
  };

  // The words for an answer; status 0 is no answer at all, `reason` our server's own word for it.
  const words = (lead, { status, reason = "" }) => {
    const known = REASONS[reason] || REASONS[status] || (status >= 500 ? REASONS.broken : REASONS.unknown);
    return [`${lead}: ${known[0]}`, known[1]].filter(Boolean).join(" ");
  };

  const signInLink = () => {
    const link = document.createElement("a");
    link.href = document.querySelector('meta[name="sign-in"]').content;
    link.target = "_blank";
    link.textContent = "Sign in in another tab";
    return link;
  };

  // A page that outlived its sign-in takes over the token of the new one.
  const renewToken = (token) => {
    document.querySelector('meta[name="csrf-token"]').content = token;
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => {
      field.value = token;
    });
  };

  return { words, signInLink, renewToken };
})();

(() => {
  const shown = new WeakMap();
  const POLLED = /every /;

  const isPolled = (part) => POLLED.test(part.getAttribute("hx-trigger") || "");
  const isTyping = () => document.activeElement && document.activeElement.matches("input, select, textarea");

  const build = (text, needsSignIn) => {
    const alert = document.getElementById("refusal").content.firstElementChild.cloneNode(true);
    const line = alert.querySelector("[data-words]");
    line.textContent = text;
    if (needsSignIn) line.append(" ", refusals.signInLink());
    alert.tabIndex = -1;
    return alert;
  };

  const clear = (part) => {
    if (shown.has(part)) shown.get(part).remove();
    shown.delete(part);
  };

  // Where the words go: into the form that was sent, else before the part that was to change.
  const place = (part, alert) => {
    const form = part.closest("form");
    if (form) form.prepend(alert);
    else if (part.closest("main")) part.before(alert);
    else document.getElementById("toasts").append(alert);
  };

  const refuse = (event) => {
    const { elt: part, xhr, requestConfig } = event.detail;
    const polled = isPolled(part);
    if (polled && shown.has(part)) return;
    clear(part);
    const answer = { status: xhr.status, reason: xhr.getResponseHeader("Refusal") || "" };
    const sends = requestConfig && requestConfig.verb !== "get";
    const lead = sends ? "Not sent" : "Not up to date";
    const kept = sends ? " What you typed is still here." : "";
    const alert = build(refusals.words(lead, answer) + kept, answer.status === 401);
    shown.set(part, alert);
    place(part, alert);
    if (answer.reason === "old-page") refusals.renewToken(JSON.parse(xhr.responseText).token);
    // Whoever is typing is not interrupted: the alert is read out all the same.
    const trigger = requestConfig && requestConfig.triggeringEvent;
    if ((trigger && trigger.type === "submit") || (!polled && !isTyping())) alert.focus();
  };

  for (const name of ["responseError", "sendError", "timeout", "swapError"]) {
    document.addEventListener(`htmx:${name}`, refuse);
  }
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (!isPolled(event.detail.elt)) clear(event.detail.elt);
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status < 400) clear(event.detail.elt);
  });

  // A refused page that was swapped in: its list of errors is shown, and read out.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!event.detail.xhr || event.detail.xhr.status < 400) return;
    const errors = document.querySelector("main .form-errors, main [role=alert]") || document.querySelector("main");
    errors.tabIndex = -1;
    errors.focus();
  });
})();
