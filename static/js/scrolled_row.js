// Where tabs do not fit their row, the current one is brought into it.
for (const current of document.querySelectorAll(".tabs [aria-current], .side-nav [aria-current]")) {
  const row = current.closest(".tabs, .side-nav");
  const [inner, outer] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}
