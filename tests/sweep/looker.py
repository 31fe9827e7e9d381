"""A person in a browser who looks closely at every page: its errors, its access, its width."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, Page, ViewportSize

# Its look for what is painted before and after an element takes six times as long as all the rest,
# and finds nothing: it only leaves such elements out.
AXE = (
    Path(axe_playwright_python.__file__).parent / "axe.min.js"
).read_text() + ';axe.configure({checks: [{id: "color-contrast", options: {ignorePseudo: true}}]})'
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
# The dark theme changes colours and nothing else.
COLOURS = EVERYTHING | {"runOnly": ["color-contrast", "link-in-text-block"]}
DESKTOP, PHONES = 1280, (360, 320)
HEIGHT = 900
# Swagger UI draws the API's reference in the browser; its markup is not ours.
FOREIGN = ["#swagger-ui"]
# The same on every page of a person: looked at on the first.
FRAME = ["body > header", "body > footer"]
RUN = """async ([exclude, options]) => (await axe.run({exclude}, options))
  .violations.map((rule) =>
  rule.id + ": " + rule.nodes.slice(0, 3).map((node) => node.target.join(" ") +
  (rule.id === "color-contrast" ? " " + node.any.map((one) => one.message) : "")).join(" | "))"""
# As the switch in the footer does.
CHOOSE = "(theme) => { document.documentElement.dataset.theme = theme }"
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 3).map((one) => one.tagName.toLowerCase() + "." + one.className)
    .concat("wide by " + (document.documentElement.scrollWidth - innerWidth))"""
# What has no meaning on paper, and a sheet that is painted in anything but white.
TO_PRESS = """() => [...document.querySelectorAll(
    "body > header, body > nav, body > footer, .button, .breadcrumb, .side-nav, .tabs")]
  .filter((one) => one.checkVisibility())
  .slice(0, 3).map((one) => one.tagName.toLowerCase() + "." + one.className)
  .concat([document.documentElement, document.body]
    .map((one) => getComputedStyle(one).backgroundColor)
    .every((colour) => ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(colour))
    ? [] : ["not white"])"""
# As if everybody and everything were called by one word of 119 letters.
STRETCH = """(names) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {
    for (const name of names)
      walk.currentNode.data = walk.currentNode.data.replaceAll(name, "W".repeat(119))
  }
}"""


class Looker:
    """Looks at pages as one person; `names` are words of people that may be as long as allowed."""

    def __init__(
        self, browser: Browser, address: str, cookies: dict[str, str], names: Iterable[str]
    ) -> None:
        self.address = address
        self.names = sorted(names, key=len, reverse=True)
        self.context = browser.new_context(
            reduced_motion="reduce", viewport={"width": DESKTOP, "height": HEIGHT}
        )
        self.context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
        )
        self.context.add_init_script(AXE)
        self.page: Page = self.context.new_page()
        self.excluded: list[str] = FOREIGN
        self.heard: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.heard.append(f"script error: {error}"))
        self.page.on("request", self._note_request)

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console: {message.text}")

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "about:")):
            self.heard.append(f"external request: {request.url}")

    def look_at(
        self, path: str, *, stays: bool = True, status: int = 200, wholly: bool = True
    ) -> list[str]:
        """Open a page and return what is wrong with it.

        It `stays` if it may not send one on; `wholly` looks at more than errors and widths: what
        hinders access in both themes, on paper, and with long names. What stands around every page
        is looked at on the first of them.
        """
        self.heard.clear()
        if wholly:
            self._resize(DESKTOP)
        answer = self.page.goto(self.address + path)
        if answer is None or answer.status != status:
            return [f"status {answer and answer.status}"]
        if stays and self.page.url != self.address + path:
            return [f"sent on to {self.page.url}"]
        # The browser notes an error's status in its console.
        heard = [line for line in self.heard if f"status of {status} " not in line]
        found = []
        if wholly:
            found += [*self._unreadable("light", EVERYTHING), *self._unreadable("dark", COLOURS)]
            found += self._on_paper()
            self.excluded = FOREIGN + FRAME
        found += self._too_wide()
        if wholly:
            found += self._stretched()
        return found + heard

    def _unreadable(self, theme: str, rules: dict[str, Any]) -> Iterator[str]:
        self.page.evaluate(CHOOSE, theme)
        for violation in self.page.evaluate(RUN, [self.excluded, rules]):
            yield f"axe ({theme}): {violation}"

    def _on_paper(self) -> Iterator[str]:
        self.page.emulate_media(media="print")
        if found := self.page.evaluate(TO_PRESS):
            yield f"on paper: {found}"
        self.page.emulate_media(media="screen")

    def _too_wide(self) -> Iterator[str]:
        for width in PHONES:
            yield from self._wider_than(width)

    def _stretched(self) -> Iterator[str]:
        self.page.evaluate(STRETCH, self.names)
        for width in (PHONES[-1], DESKTOP):
            yield from self._wider_than(width, " with long names")

    def _wider_than(self, width: int, when: str = "") -> Iterator[str]:
        self._resize(width)
        if found := self.page.evaluate(TOO_WIDE):
            yield f"wider than {width}{when}: {found}"

    def _resize(self, width: int) -> None:
        size: ViewportSize = {"width": width, "height": HEIGHT}
        if self.page.viewport_size != size:
            self.page.set_viewport_size(size)

    def links(self) -> set[str]:
        """The paths that this page links to."""
        found = self.page.eval_on_selector_all("a[href]", "all => all.map((one) => one.href)")
        inside = (href for href in found if href.startswith(self.address + "/"))
        return {href.removeprefix(self.address).split("#")[0] for href in inside}

    def fetch(self, path: str, *, stays: bool, status: int) -> list[str]:
        """Ask for a page without drawing it; returns what is wrong with the answer."""
        answer = self.context.request.get(self.address + path)
        if answer.status != status:
            return [f"status {answer.status}"]
        if stays and answer.url != self.address + path:
            return [f"sent on to {answer.url}"]
        return []

    def close(self) -> None:
        self.context.close()
