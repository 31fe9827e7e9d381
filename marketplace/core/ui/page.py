"""The page itself: its head, its theme, times, and long text that people write."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timesince import timesince, timeuntil

from marketplace.core.data import capabilities
from marketplace.core.text.durations import hours_and_minutes
from marketplace.core.text.markdown import UNENDORSED, as_html, as_text
from marketplace.core.text.moments import (
    brief_day,
    brief_moment,
    clock,
    day_of,
    full_day_of,
    full_moment,
    moment,
    month_name,
    month_of,
)
from marketplace.core.text.words import shortened
from marketplace.core.ui.actions import require
from marketplace.core.ui.component import render_component
from marketplace.core.ui.navigation import crumb_pairs

register = template.Library()

THEMES = ("light", "dark")
AMOUNT = re.compile(rf"(\d) ({'|'.join(settings.CURRENCIES)}|%)(?![A-Za-z])")
# Characters after which a note is folded: about fifteen lines.
LONG = 1_200


@register.simple_block_tag
def page_head(
    content: str, *, title: Any, crumbs: Iterable[Any] = (), lead: Any = "", badge: Any = ""
) -> str:
    """The page's only <h1> with its ancestors and lead; what to do on the page goes inside."""
    return render_component(
        "page_head",
        content=content,
        title=title,
        crumbs=crumb_pairs(crumbs or ()),
        lead=lead,
        badge=badge,
    )


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme that the person chose, "light" or "dark"; empty follows the system."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request else ""
    return chosen if chosen in THEMES else ""


def relative_text(moment: datetime) -> str:
    """3 days ago, in 2 hours: the largest unit only."""
    now = timezone.now()
    if abs((moment - now).total_seconds()) < 60:
        return "just now"
    return (
        f"{timesince(moment, depth=1)} ago" if moment < now else f"in {timeuntil(moment, depth=1)}"
    )


MOMENT_STYLES = {"moment": brief_moment, "date": brief_day, "relative": relative_text}

for words in (clock, moment, month_name, month_of):
    register.filter(words.__name__, words, expects_localtime=True)


@register.simple_tag
def time(value: Any, *, style: str = "moment", also_zone: str = "", also_for: str = "") -> str:
    """A time in the person's zone, absolute on hover; `also_zone` adds the other side's clock."""
    require(style, tuple(MOMENT_STYLES), "style")
    if not value:
        return ""
    if isinstance(value, date) and not isinstance(value, datetime):
        text, full = day_of(value, short=True), full_day_of(value)
        return format_html('<time datetime="{}" title="{}">{}</time>', value, full, text)
    text = MOMENT_STYLES[style](value)
    iso, full = value.isoformat(timespec="minutes"), full_moment(value)
    shown = format_html('<time datetime="{}" title="{}">{}</time>', iso, full, text)
    there = value.astimezone(ZoneInfo(also_zone or "UTC"))
    if not also_zone or there.utcoffset() == timezone.localtime(value).utcoffset():
        return shown
    return format_html("{} <small>({} for {})</small>", shown, clock(there), also_for)


@register.filter
def markdown(text: str | None) -> str:
    """What a person wrote, as safe markup: no raw HTML, no pictures, links without endorsement."""
    return mark_safe(as_html(text))  # noqa: S308 - nh3 has just cleaned it


@register.simple_tag
def link_of_people(url: str, *, label: str = "") -> str:
    """A link to an address that somebody typed; one within the site needs no caution."""
    if url.startswith(("/", "#")):
        return format_html('<a href="{}">{}</a>', url, label or url)
    return format_html('<a href="{}" rel="{}">{}</a>', url, UNENDORSED, label or url)


@register.filter
def excerpt(text: str | None, most: int) -> str:
    """The beginning of what a person wrote as markdown, as text of one paragraph."""
    return shortened(" ".join(as_text(text).split()), most)


@register.filter
def shortened_to(text: object, most: int) -> str:
    """The beginning of somebody's plain words; cut between characters that readers see."""
    return shortened(text, most)


@register.filter
def hours(seconds: float) -> str:
    """A length of time as 2:30 h."""
    return hours_and_minutes(round(seconds))


@register.filter
def unbroken(text: Any) -> Any:
    """A sentence whose amounts stay whole: the line never ends between 4,200.00 and USD."""
    bound = AMOUNT.sub("\\1\u00a0\\2", str(text))
    return mark_safe(bound) if hasattr(text, "__html__") else bound  # noqa: S308 - as safe as it was


@register.simple_block_tag
def fold(content: str, *, of: str) -> str:
    """What somebody wrote at length: the beginning, and the rest when it is asked for.

    `of` is the text itself, which decides whether it is folded.
    """
    size = len(of or "")
    return render_component("fold", content=content, size=size) if size > LONG else content


@register.filter
def plain_number(value: int) -> str:
    """284,807: written as amounts of money are."""
    return f"{int(value):,}"


@register.filter
def is_live(code: str) -> bool:
    """Whether a capability works today: {% if "dispute"|is_live %}, else it is said to be next."""
    return capabilities.is_live(code)
