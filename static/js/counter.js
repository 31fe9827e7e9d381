// Keeps "used of limit characters" true while a person types, and says by how much it is too long.
(() => {
  const written = (number) => number.toLocaleString("en-GB");
  // As the server counts: whole characters, a new line as the two that a form sends.
  const lengthOf = (text) => [...text.trim().replace(/\r?\n/g, "\r\n")].length;

  document.addEventListener("input", (event) => {
    const counter = event.target.dataset && document.getElementById(event.target.dataset.counts);
    if (!counter) return;
    const used = lengthOf(event.target.value);
    const over = used - Number(counter.dataset.limit);
    const words = over > 0 ? `: shorten by ${written(over)}` : "";
    const told = counter.querySelector("[data-over]");
    counter.querySelector("[data-used]").textContent = written(used);
    if (told.textContent !== words) told.textContent = words;
    counter.classList.toggle("field__counter--over", over > 0);
    counter.hidden = over <= 0 && !("always" in counter.dataset);
  });
})();
