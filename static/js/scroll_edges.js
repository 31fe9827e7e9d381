// A frame that scrolls sideways says so while something lies beyond its right edge.
for (const frame of document.querySelectorAll("[data-scroll-edges]")) {
  const tell = () => {
    const rest = frame.scrollWidth - frame.clientWidth - Math.abs(frame.scrollLeft);
    frame.toggleAttribute("data-more-right", rest > 1);
  };
  frame.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(frame);
  tell();
}
