from typing import Any

from django.template.loader import render_to_string


def render_component(name: str, /, **props: Any) -> str:
    """The markup of templates/components/<name>.html with these props and nothing else."""
    return render_to_string(f"components/{name}.html", props)


def columns_of(text: str) -> list[dict[str, object]]:
    """Column heads written as "Payout|Amount:num|State"; `:num` sets figures to the right."""
    heads = (head.partition(":") for head in text.split("|"))
    return [{"label": label.strip(), "num": kind == "num"} for label, _, kind in heads]
