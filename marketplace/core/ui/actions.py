"""What a person presses: icons, buttons, menus, dialogs."""

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from django import template
from django.template.context import Context
from lucide.templatetags.lucide import lucide

from marketplace.core.ui.component import render_component
from marketplace.core.ui.csrf import csrf_token, plain_token

register = template.Library()

VARIANTS = ("primary", "secondary", "quiet", "danger")


def require(value: str, allowed: tuple[str, ...], prop: str) -> str:
    """Refuses a prop value that the component does not know."""
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{prop}={value!r} is not one of {', '.join(allowed)}")
    return value


@lru_cache(maxsize=256)
def icon_svg(name: str, size: int) -> str:
    return lucide(
        name,
        size=size,
        stroke_width="1.5",
        aria_hidden="true",
        focusable="false",
        **{"class": "icon"},
    )


@register.simple_tag
def icon(name: str, *, size: int = 18) -> str:
    """A lucide icon, hidden from screen readers: always put a label beside it."""
    return icon_svg(str(name), size)


@register.simple_block_tag
def button(
    content: str,
    *,
    variant: str = "primary",
    type: str = "submit",
    icon: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    formaction: str = "",
    opens: str = "",
    closes: str = "",
    size: str = "",
    wide: bool = False,
    disabled: bool = False,
    busy_label: str = "",
    novalidate: bool = False,
) -> str:
    """A button; `opens`/`closes` name a dialog, `busy_label` replaces the words once pressed."""
    require(variant, VARIANTS, "variant")
    require(size, ("", "small", "large"), "size")
    return render_component(
        "button",
        content=content,
        variant=variant,
        type="button" if opens or closes else type,
        icon=icon,
        name=name,
        value=value,
        form=form,
        formaction=formaction,
        opens=opens,
        closes=closes,
        size=size,
        wide=wide,
        disabled=disabled,
        busy_label=busy_label,
        novalidate=novalidate,
    )


@register.simple_block_tag
def link_button(
    content: str,
    *,
    href: str,
    variant: str = "secondary",
    icon: str = "",
    opens: str = "",
    closes: str = "",
    size: str = "",
    wide: bool = False,
    download: bool = False,
) -> str:
    """A link that looks like a button; with `opens` or `closes` it does that to a dialog when
    scripts run.
    """
    require(variant, VARIANTS, "variant")
    require(size, ("", "small", "large"), "size")
    return render_component(
        "link_button",
        content=content,
        href=href,
        variant=variant,
        icon=icon,
        opens=opens,
        closes=closes,
        size=size,
        wide=wide,
        download=download,
    )


@register.simple_block_tag
def menu(content: str, *, label: str, icon: str = "", hide_label: bool = False) -> str:
    """A disclosure with {% menu_item %}s; works without scripts."""
    return render_component("menu", content=content, label=label, icon=icon, hide_label=hide_label)


def menu_line(
    label: str,
    *,
    url: str,
    method: str = "get",
    icon: str = "",
    current: bool = False,
    name: str = "",
    value: str = "",
    csrf: Callable[[], str] = str,
) -> str:
    """One line of a menu: a link, or with method="post" a form of one button."""
    return render_component(
        "menu_item",
        label=label,
        url=url,
        method=method,
        icon=icon,
        current=current,
        name=name,
        value=value,
        csrf=csrf,
    )


@register.simple_tag(takes_context=True)
def menu_item(context: Context, *, label: str, **props: Any) -> str:
    """The same on a page, with the props of menu_line."""
    return menu_line(label, csrf=partial(plain_token, context), **props)


@register.simple_block_tag
def dialog(content: str, *, id: str, title: str, wide: bool = False) -> str:
    """A native dialog, opened by whatever has opens=<id>, or without scripts by href="#<id>"."""
    return render_component("dialog", content=content, id=id, title=title, wide=wide)


@register.simple_block_tag(takes_context=True)
def deletion(
    context: Context,
    content: str,
    *,
    id: str,
    url: str,
    label: str,
    title: str,
    of: str = "",
    confirm: str = "Delete it",
    keep: str = "Keep it",
    size: str = "",
) -> str:
    """A button that asks first: what will be lost stands between the tags. Needs no scripts.

    `of` names the thing for those who hear the button and do not see what it stands beside.
    """
    return render_component(
        "deletion",
        content=content,
        id=id,
        url=url,
        label=label,
        title=title,
        of=of,
        confirm=confirm,
        keep=keep,
        size=size,
        csrf=partial(csrf_token, context),
    )
