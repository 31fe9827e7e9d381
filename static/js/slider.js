// A range and its exact number follow each other.
document.addEventListener("input", (event) => {
  const input = event.target;
  if (input.dataset.slides) {
    document.getElementById(input.dataset.slides).value = input.value;
  } else if (input.matches(".slider__range")) {
    const exact = document.querySelector(`[data-slides="${input.id}"]`);
    exact.value = input.value;
    exact.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
