"""Filling the .html files beside this one; every value is escaped unless it is Markup."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from local.stripe_sandbox.http_messages import Answer

_FOLDER = Path(__file__).parent


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


NOTHING = Markup("")


@cache
def _template(name: str) -> Template:
    return Template((_FOLDER / f"{name}.html").read_text(encoding="utf-8"))


def fragment(name: str, /, **values: Any) -> Markup:
    """Return one filled template."""
    safe = {
        key: value if isinstance(value, Markup) else escape(str(value))
        for key, value in values.items()
    }
    return Markup(_template(name).substitute(safe))


def fragments(name: str, rows: list[dict[str, Any]]) -> Markup:
    """Return a template filled once for each row."""
    return Markup("".join(fragment(name, **row) for row in rows))


def page(title: str, body: Markup, *, status: int = 200) -> Answer:
    """Return a whole page."""
    html = fragment("base", title=title, body=body)
    return Answer(status, html.encode(), "text/html; charset=utf-8")


def notice(title: str, text: str, *, link: Markup = NOTHING, status: int = 200) -> Answer:
    """Return a page that says one thing."""
    return page(title, fragment("notice", title=title, text=text, link=link), status=status)


def options(choices: dict[str, str], chosen: str) -> Markup:
    """Return the options of a select."""
    return Markup(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>'
            f"{escape(label)}</option>"
            for value, label in choices.items()
        )
    )


def field_values(
    names: tuple[str, ...], values: dict[str, str], errors: dict[str, str]
) -> dict[str, Any]:
    """Return what a form's template needs of each field: value, error, and how it is marked."""
    filled: dict[str, Any] = {}
    for name in names:
        filled[name] = values.get(name, "")
        filled[f"{name}_state"] = Markup("")
        filled[f"{name}_error"] = Markup("")
        if name in errors:
            focus = " autofocus" if name == next(iter(errors)) else ""
            filled[f"{name}_state"] = Markup(
                f'aria-invalid="true" aria-describedby="{name}-error"{focus}'
            )
            filled[f"{name}_error"] = fragment("error", id=f"{name}-error", text=errors[name])
    return filled
