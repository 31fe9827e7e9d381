"""Small facts and notices: tags, badges, avatars, alerts, banners, toasts, progress."""

from typing import Any

from django import template

from marketplace.core.ui.actions import require
from marketplace.core.ui.component import render_component

register = template.Library()

TONES = ("neutral", "accent", "held", "review", "clearing", "paid", "disputed")
ALERT_TONES = {
    "info": "info",
    "success": "circle-check",
    "warning": "triangle-alert",
    "error": "circle-alert",
}

# The colour of a state, for every noun that has one; the words say the rest.
STATE_TONES = {
    "active": "accent",
    "open": "accent",
    "published": "accent",
    "awaiting_funds": "held",
    "offered": "held",
    "countered": "held",
    "funded": "held",
    "paused": "held",
    "in_review": "review",
    "partly_approved": "review",
    "changes_requested": "held",
    "ending": "held",
    "submitted": "review",
    "shortlisted": "review",
    "reported": "review",
    "answered": "review",
    "negotiation": "review",
    "mediation": "review",
    "approved": "clearing",
    "accrued": "clearing",
    "available": "clearing",
    "sending": "clearing",
    "accepted": "paid",
    "completed": "paid",
    "filled": "paid",
    "released": "paid",
    "paid": "paid",
    "sent": "paid",
    "settled": "paid",
    "disputed": "disputed",
    "failed": "disputed",
    "removed": "disputed",
    "reversed": "disputed",
    "terminated": "disputed",
}
NOUN_TONES = {("dispute", "opened"): "disputed", ("payout", "available"): "accent"}


@register.simple_tag
def tag(label: str, *, url: str = "", current: bool = False) -> str:
    """A subject such as a specialism or a tool; with `url` a link to all of its kind."""
    return render_component("tag", label=label, url=url, current=current)


@register.simple_tag
def badge(label: Any, *, tone: str = "neutral", icon: str = "") -> str:
    """A state or a count, in words with a tone beside."""
    return render_component("badge", label=label, tone=require(tone, TONES, "tone"), icon=icon)


@register.simple_tag
def state_badge(noun: str, state: Any) -> str:
    """A thing's state in its own words: {% state_badge "milestone" milestone.state %}."""
    key = str(getattr(state, "value", state))
    label = getattr(state, "label", key.replace("_", " ").capitalize())
    return badge(label, tone=NOUN_TONES.get((noun, key), STATE_TONES.get(key, "neutral")))


@register.simple_tag
def avatar(name: str, *, size: str = "", decorative: bool = True) -> str:
    """Initials; hidden from screen readers unless the name stands nowhere beside it."""
    require(size, ("", "small", "large"), "size")
    words = str(name).replace("@", " ").split() or ["?"]
    initials = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return render_component(
        "avatar", name=name, initials=initials.upper(), size=size, decorative=decorative
    )


@register.simple_block_tag
def alert(content: str, *, tone: str = "info", title: str = "", live: bool = False) -> str:
    """Something to know before going on: info, success, warning or error."""
    require(tone, tuple(ALERT_TONES), "tone")
    return render_component(
        "alert", content=content, tone=tone, title=title, live=live, icon=ALERT_TONES[tone]
    )


@register.simple_block_tag
def banner(content: str, *, title: str, icon: str = "clock", tone: str = "accent") -> str:
    """Whose turn it is; what to press goes inside, in {% actions %}."""
    require(tone, TONES, "tone")
    return render_component("banner", content=content, title=title, icon=icon, tone=tone)


@register.simple_block_tag
def actions(content: str) -> str:
    """Buttons in a row, below each other where there is no room."""
    return render_component("actions", content=content)


@register.simple_block_tag
def empty_state(content: str, *, title: str, text: str = "", icon: str = "") -> str:
    """A list without entries; the next step goes inside."""
    return render_component("empty_state", content=content, title=title, text=text, icon=icon)


@register.simple_tag
def progress(*, value: int | None = None, total: int = 100, label: str, text: str = "") -> str:
    """Long work: without `value` it has started and its length is unknown."""
    return render_component("progress", value=value, total=total, label=label, text=text)


@register.simple_tag
def saved_indicator(*, saved_at: Any = None, is_unsaved: bool = False) -> str:
    """Says whether what was typed is saved; js/autosave.js keeps it true."""
    return render_component("saved_indicator", saved_at=saved_at, is_unsaved=is_unsaved)
