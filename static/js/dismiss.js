// data-dismisses removes the nearest ancestor that it names.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-dismisses]");
  if (button) button.closest(button.dataset.dismisses).remove();
});
