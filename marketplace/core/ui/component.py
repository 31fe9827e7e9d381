"""How a component becomes markup: compiled once, given its props and nothing else.

Components are Jinja2, pages are Django's templates: see decision 24. What is a tag
for a page is a filter in a component (`"Keep it"|button(variant="danger")`), see components.py.
"""

from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, FileSystemLoader, StrictUndefined

MARKUP = Environment(
    loader=FileSystemLoader(settings.BASE_DIR / "templates" / "components"),
    autoescape=True,
    undefined=StrictUndefined,
    auto_reload=settings.LOCAL,
)


def render_component(name: str, /, *, content: str = "", **props: Any) -> SafeString:
    """The markup of templates/components/<name>.html with these props and nothing else.

    `content` is what stands between the tags, without the white space around it: templates may
    set it on lines of its own.
    """
    page = MARKUP.get_template(f"{name}.html").render(props, content=trimmed(content))
    return mark_safe(page)  # noqa: S308 - Jinja2 escaped it


def trimmed(content: str) -> SafeString:
    """Rendered markup without the white space at its ends, still safe."""
    return mark_safe(content.strip())  # noqa: S308 - rendered by a template, which escaped it


def columns_of(text: str) -> list[dict[str, object]]:
    """Column heads written as "Payout|Amount:num|State"; `:num` sets figures to the right."""
    heads = (head.partition(":") for head in text.split("|"))
    return [{"label": label.strip(), "num": kind == "num"} for label, _, kind in heads]
