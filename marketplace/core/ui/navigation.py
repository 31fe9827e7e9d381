"""Ways through the site: tabs, side navigation, breadcrumb, pages of a list, steps."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.http import QueryDict
from django.template.context import Context

from marketplace.core.ui.component import render_component
from marketplace.core.web.pages import KeysetPage

register = template.Library()


@register.simple_block_tag
def tabs(content: str, *, label: str) -> str:
    """A row of {% tab %}s, each a page of its own."""
    return render_component("tabs", content=content, label=label)


@register.simple_tag
def tab(*, label: str, url: str, current: bool = False, count: int | None = None) -> str:
    return render_component("tab", label=label, url=url, current=current, count=count)


@register.simple_block_tag
def side_nav(content: str, *, label: str) -> str:
    """A column of {% side_nav_item %}s; a row that scrolls on a phone."""
    return render_component("side_nav", content=content, label=label)


@register.simple_tag
def side_nav_item(
    *, label: str, url: str, current: bool = False, icon: str = "", count: int | None = None
) -> str:
    return render_component(
        "side_nav_item", label=label, url=url, current=current, icon=icon, count=count
    )


def crumb_pairs(items: Iterable[Any]) -> list[tuple[str, str]]:
    """(label, url) from pairs, mappings or bare labels, for the ancestors of a page."""
    pairs = []
    for item in items:
        if isinstance(item, Mapping):
            pairs.append((item["label"], item.get("url", "")))
        elif isinstance(item, str):
            pairs.append((item, ""))
        else:
            pairs.append((item[0], item[1] if len(item) > 1 else ""))
    return pairs


@register.simple_tag
def crumbs(*labels_and_urls: str) -> list[tuple[str, str]]:
    """Ancestors of a page: {% crumbs "Briefs" briefs_url brief.title brief_url as trail %}."""
    return list(zip(labels_and_urls[::2], labels_and_urls[1::2], strict=True))


@register.simple_tag
def breadcrumb(items: Iterable[Any]) -> str:
    return render_component("breadcrumb", crumbs=crumb_pairs(items))


@register.simple_tag(takes_context=True)
def pagination(
    context: Context,
    page: KeysetPage | None = None,
    *,
    next: str = "",
    previous: str = "",
    label: str = "Pages",
    count: str = "",
) -> str:
    """Ways on and back from a keyset page, or two links; `count` is words ("1 000+ briefs")."""
    if page is not None:
        next, previous = keyset_links(context["request"].GET.copy(), page)
    return render_component("pagination", previous=previous, next=next, label=label, count=count)


def keyset_links(query: QueryDict, page: KeysetPage) -> tuple[str, str]:
    """Addresses of the next and the first page, with the filters kept."""
    query.pop("after", None)
    first = "" if page.is_first else f"?{query.urlencode()}"
    if not page.next:
        return "", first
    query["after"] = page.next
    return f"?{query.urlencode()}", first


@register.simple_tag
def stepper(steps: Sequence[Any], *, current: str | int, label: str = "Steps") -> str:
    """Steps, labels or mappings {key, label, url}; `current` is a key or a number from 1."""
    rows: list[dict[str, Any]] = [
        {"url": "", **({"key": step, "label": step} if isinstance(step, str) else step)}
        for step in steps
    ]
    keys = [row.get("key", row["label"]) for row in rows]
    position = current - 1 if isinstance(current, int) else keys.index(current)
    for index, row in enumerate(rows):
        row["number"] = index + 1
        row["is_done"], row["is_current"] = index < position, index == position
    return render_component(
        "stepper", steps=rows, label=label, position=position + 1, total=len(rows)
    )
