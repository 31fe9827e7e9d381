// [data-copies] puts the value of the field that it names on the clipboard, and says so.
document.querySelectorAll("[data-copies]").forEach((button) => {
  if (navigator.clipboard) button.hidden = false;
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  const said = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = "Copied.";
  } catch {
    field.select();
    said.textContent = "Selected: copy it with the keyboard.";
  }
});
