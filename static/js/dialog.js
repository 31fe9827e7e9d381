// data-opens and data-closes name a native dialog; a press on the backdrop closes it too.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  const closer = event.target.closest("[data-closes]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.opens);
    if (!dialog) return;
    event.preventDefault();
    dialog.showModal();
  } else if (closer) {
    event.preventDefault();
    document.getElementById(closer.dataset.closes).close();
    if (location.hash === `#${closer.dataset.closes}`) location.hash = "";
  } else if (event.target instanceof HTMLDialogElement && event.target.open) {
    event.target.close();
  }
});

// An address that points at a dialog, or an error inside one, shows it at once.
const shownDialog = document.querySelector("dialog:target, dialog:has(.field--invalid)");
if (shownDialog && !shownDialog.open) shownDialog.showModal();
