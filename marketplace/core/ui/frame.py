"""What stands around every page: header, footer, messages, and the words that scripts show."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django import template
from django.template.context import Context

from marketplace.core.ui.component import render_component
from marketplace.core.ui.csrf import csrf_token, plain_token

register = template.Library()


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> str:
    """The brand, the ways of whoever looks, their notices and their menu."""
    return render_component(
        "header",
        viewer=context["viewer"],
        page=context.get("page", ""),
        csrf=partial(plain_token, context),
    )


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> str:
    request = context.get("request")
    here = request.get_full_path() if request else "/"
    return render_component("footer", here=here, csrf=partial(csrf_token, context))


@register.simple_tag
def logo() -> str:
    return render_component("logo")


@register.simple_tag
def unread(count: str) -> str:
    """The bell's number, "9+" when there are many; nothing for none."""
    return render_component("unread", count=count)


@register.simple_tag(takes_context=True)
def toasts(context: Context) -> str:
    """What Django's messages hold, shown once."""
    return render_component("toasts", messages=context.get("messages", ()))


@register.simple_tag
def toast(message: Any) -> str:
    """One of Django's messages."""
    return render_component("toast", message=message)


@register.simple_tag
def said_by_scripts() -> str:
    """What scripts put into the page, with their own words."""
    return render_component("said_by_scripts")


@register.simple_tag
def letter_parts(parts: Sequence[Mapping[str, Any]]) -> str:
    """The paragraphs, points and quotations of a notice."""
    return render_component("letter_parts", parts=parts)
