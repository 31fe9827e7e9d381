"""The forms of a page, with what their fields hold before anybody types."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    hidden: set[str] = field(default_factory=set)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._within: Form | None = None
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._within = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._within)
        elif self._within and tag in ("input", "textarea", "select", "button"):
            self._note(tag, given)
        elif self._within and tag == "option" and given.get("value") and self._select:
            # The first choice that is one.
            values = self._within.values
            values[self._select] = values[self._select] or given["value"]

    def _note(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        self._select = name if tag == "select" else ""
        if not name or not self._within:
            return
        if given.get("type") == "hidden" and name != "csrfmiddlewaretoken":
            self._within.hidden.add(name)
        if given.get("type") == "file":
            self._within.files.add(name)
        else:
            self._within.values.setdefault(name, given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._within = None


def forms_of(content: bytes) -> list[Form]:
    reader = Reader()
    reader.feed(content.decode())
    return reader.forms
