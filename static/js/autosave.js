// What is typed is saved as one goes: a form with data-autosave="<address>" posts itself there a
// moment after each change; a longer form of a page that keeps what was typed posts to the page.
//
// What the server may answer: 2xx, saved; 422 with {unsaved: [{label, id, problem}]}, saved but for
// these; 409, somebody else changed it; any other is a refusal. A header Edit-Version with the
// answer becomes the value of the form's field `edit_version`.
(() => {
  const PAUSE = 900;
  const LONGER = 3;
  const MOST_ON_LEAVING = 60_000; // bytes: browsers send no more once a page is left
  const STAYS = "What you typed stays on this page.";
  const pages = new WeakMap();

  const keepsTyped = () => document.querySelector('meta[name="keeps-typed"]') !== null;
  const TEXTS = "textarea, input:is([type=text], [type=url], [type=email], [type=date], [type=number])";
  const texts = (form) => form.querySelectorAll(TEXTS);
  // By attribute: a field may be called "action" or "method".
  const isOwn = (form) =>
    form.getAttribute("method") === "post" &&
    new URL(form.getAttribute("action") || "", location).pathname === location.pathname;
  const isLonger = (form) => form.querySelector("textarea") !== null || texts(form).length >= LONGER;

  // Where the form saves itself; empty if it does not.
  const addressOf = (form) => {
    if (form.dataset.autosave) return form.dataset.autosave;
    const keeps = keepsTyped() && form.closest("main") && isOwn(form) && isLonger(form);
    return keeps ? location.pathname : "";
  };

  const stateOf = (form) => {
    if (!pages.has(form)) pages.set(form, { timer: 0, isBusy: false, isChanged: false, hasFailed: false });
    return pages.get(form);
  };

  const indicatorOf = (form) => {
    const own = document.querySelector("[data-saved-indicator]");
    if (own) return own;
    const made = document.getElementById("saved-indicator").content.firstElementChild.cloneNode(true);
    ([...form.querySelectorAll(".actions")].at(-1) || form).append(made);
    return made;
  };

  const show = (form, state, text, ...more) => {
    const indicator = indicatorOf(form);
    indicator.dataset.state = state;
    const words = indicator.querySelector("[data-saved-text]");
    words.replaceChildren(text, ...more.flatMap((part) => [" ", part]));
  };

  const now = () =>
    new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const saved = (form) => (form.dataset.autosave ? `Saved at ${now()}` : `Kept at ${now()}, not sent yet`);

  // Files are sent once, with the form; a password is never kept.
  const typedIn = (form) => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    form.querySelectorAll("input[type=password]").forEach((field) => data.delete(field.name));
    return new URLSearchParams(data);
  };

  const post = (form) => {
    const body = typedIn(form);
    return fetch(addressOf(form), {
      method: "POST",
      body,
      headers: { "X-Autosave": location.pathname },
      keepalive: body.toString().length < MOST_ON_LEAVING,
    });
  };

  const linkTo = ({ id, label, problem }) => {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = label;
    const line = document.createElement("span");
    line.append(link, ` (${problem.replace(/\.$/, "")}).`);
    return line;
  };

  const compare = (form) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-like";
    button.textContent = "Look at both";
    button.addEventListener("click", () => {
      form.noValidate = true;
      form.requestSubmit();
    });
    return button;
  };

  const takeVersion = (form, answer) => {
    const version = answer.headers.get("Edit-Version");
    const field = form.elements.namedItem("edit_version");
    if (version && field) field.value = version;
  };

  // Says what is true now; gives whether what was typed is safe.
  const hear = async (form, answer) => {
    takeVersion(form, answer);
    stateOf(form).isForeign = false;
    if (answer.ok) {
      show(form, "saved", saved(form));
      return true;
    }
    const reason = answer.headers.get("Refusal") || "";
    if (answer.status === 422) {
      const { unsaved } = await answer.json();
      show(form, "partly", `${saved(form)}, except:`, ...unsaved.map(linkTo));
      return true;
    }
    // Sent as somebody else, the text would be lost to who wrote it: the form stays as it is.
    stateOf(form).isForeign = reason === "other-account";
    const refused = refusals.words("Not saved", { status: answer.status, reason });
    const more = answer.status === 401 ? [refusals.signInLink()] : [];
    if (answer.status === 409 && !reason) more.push(compare(form));
    show(form, "failed", refused, STAYS, ...more);
    return false;
  };

  const sendOnce = async (form) => {
    const answer = await post(form);
    if (answer.headers.get("Refusal") !== "old-page") return answer;
    refusals.renewToken((await answer.json()).token);
    return post(form);
  };

  const save = async (form) => {
    const state = stateOf(form);
    clearTimeout(state.timer);
    if (state.isBusy) return; // what was typed meanwhile follows at once
    state.isBusy = true;
    state.isChanged = false;
    show(form, "saving", "Saving…");
    try {
      state.hasFailed = !(await hear(form, await sendOnce(form)));
    } catch {
      state.hasFailed = true;
      show(form, "failed", refusals.words("Not saved", { status: 0 }), STAYS);
    }
    state.isBusy = false;
    if (state.isChanged) save(form);
  };

  const followed = () => [...document.forms].filter((form) => pages.has(form));

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!form || !addressOf(form)) return;
    const state = stateOf(form);
    state.isChanged = true;
    clearTimeout(state.timer);
    state.timer = setTimeout(() => save(form), PAUSE);
  });

  // Sending the form makes saving it needless; htmx may come back with it.
  const rest = (form) => {
    if (!pages.has(form)) return;
    clearTimeout(stateOf(form).timer);
    pages.delete(form);
  };
  const holdBack = (event) => {
    if (!pages.has(event.target) || !stateOf(event.target).isForeign) return;
    event.preventDefault();
    event.stopPropagation();
  };
  document.addEventListener("submit", holdBack, true);
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) rest(event.target);
  });
  document.addEventListener("htmx:beforeRequest", (event) => rest(event.detail.elt));
  for (const name of ["responseError", "sendError", "timeout"]) {
    document.addEventListener(`htmx:${name}`, (event) => {
      const form = event.detail.elt;
      if (form.matches("form") && addressOf(form)) save(form);
    });
  }

  // What failed is tried again as soon as that may help: back online, back from signing in.
  const retry = () => followed().filter((form) => stateOf(form).hasFailed).forEach(save);
  window.addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") retry();
    else followed().filter((form) => stateOf(form).isChanged).forEach(save);
  });
  window.addEventListener("beforeunload", (event) => {
    followed().filter((form) => stateOf(form).isChanged).forEach(save);
    if (followed().some((form) => stateOf(form).hasFailed)) event.preventDefault();
  });
})();
