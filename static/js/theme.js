// Switches the theme in place; the cookie lets the server render the next page without a flash.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("[data-theme-switch]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.documentElement.dataset.theme = theme;
  document.cookie = `theme=${theme};path=/;max-age=31536000;samesite=lax`;
  const other = form.querySelector(`button:not([value="${theme}"])`);
  if (other) other.focus();
});
