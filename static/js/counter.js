// Keeps "used of limit characters" true while a person types.
document.addEventListener("input", (event) => {
  const counter = event.target.dataset && document.getElementById(event.target.dataset.counts);
  if (counter) counter.querySelector("[data-used]").textContent = event.target.value.length;
});
