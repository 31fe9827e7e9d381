// A frame that scrolls says so while something lies beyond its right or its lower edge.
for (const frame of document.querySelectorAll("[data-scroll-edges]")) {
  const tell = () => {
    const right = frame.scrollWidth - frame.clientWidth - Math.abs(frame.scrollLeft);
    const below = frame.scrollHeight - frame.clientHeight - frame.scrollTop;
    frame.toggleAttribute("data-more-right", right > 1);
    frame.toggleAttribute("data-more-below", below > 1);
  };
  frame.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(frame);
  tell();
}
