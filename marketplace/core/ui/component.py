from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


def render_component(name: str, /, *, content: str = "", **props: Any) -> str:
    """The markup of templates/components/<name>.html with these props and nothing else.

    `content` is what stands between the tags, without the white space around it: templates may
    set it on lines of its own.
    """
    return render_to_string(f"components/{name}.html", {"content": trimmed(content), **props})


def trimmed(content: str) -> str:
    """Rendered markup without the white space at its ends, still safe."""
    return mark_safe(content.strip())  # noqa: S308 - rendered by Django, which escaped it


def columns_of(text: str) -> list[dict[str, object]]:
    """Column heads written as "Payout|Amount:num|State"; `:num` sets figures to the right."""
    heads = (head.partition(":") for head in text.split("|"))
    return [{"label": label.strip(), "num": kind == "num"} for label, _, kind in heads]
