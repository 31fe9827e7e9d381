"""Frames around content: card, facts, table, timeline, comparison of two texts, chart."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join

from marketplace.core.ui.actions import require
from marketplace.core.ui.component import columns_of, render_component, trimmed
from marketplace.core.ui.status import TONES

register = template.Library()

WORDS = re.compile(r"\s+|\S+")
LINES = re.compile(r"[^\n]*\n|[^\n]+")
# About half a second of work.
MOST_COMPARISONS = 15_000_000
# The props of timeline_entry.
ENTRY = ("what", "when", "who", "why", "url", "tone")


@register.simple_block_tag
def capture(content: str) -> str:
    """Keeps markup for a prop: {% capture as aside %}…{% endcapture %}."""
    return trimmed(content)


@register.simple_block_tag
def card(
    content: str,
    *,
    title: str = "",
    aside: Any = "",
    level: int = 2,
    tone: str = "",
    id: str = "",
    sunken: bool = False,
) -> str:
    """A framed part of a page; `aside` stands at the right of the title, `tone` colours the top."""
    require(tone, ("", *TONES), "tone")
    return render_component(
        "card",
        content=content,
        title=title,
        aside=aside,
        level=level,
        tone=tone,
        id=id,
        sunken=sunken,
    )


@register.simple_block_tag
def definition_list(content: str, *, layout: str = "beside") -> str:
    """{% fact %}s: short ones "beside" their labels, sentences ("prose"), figures in a "grid".

    "amounts" stand at the right of labels of any length.
    """
    require(layout, ("beside", "prose", "grid", "amounts"), "layout")
    return render_component("definition_list", content=content, layout=layout)


@register.simple_block_tag
def fact(content: str, *, label: str) -> str:
    """One term with its description, inside {% definition_list %}."""
    return render_component("fact", content=content, label=label)


@register.simple_block_tag
def data_table(
    content: str, *, caption: str, columns: str, show_caption: bool = False, stacks: bool = True
) -> str:
    """Rows under heads "Payout|Amount:num|State"; each <td data-label="…"> is a line on a phone."""
    return render_component(
        "data_table",
        content=content,
        caption=caption,
        columns=columns_of(columns),
        show_caption=show_caption,
        stacks=stacks,
    )


@register.simple_block_tag
def timeline(
    content: str, *, entries: Iterable[Mapping[str, Any]] = (), label: str = "Timeline"
) -> str:
    """Events, newest first: mappings with (also) the props of timeline_entry, or entries inside."""
    lines = [
        timeline_entry("", **{prop: entry[prop] for prop in ENTRY if prop in entry})
        for entry in entries
    ]
    return render_component("timeline", content=content, entries=lines, label=label)


@register.simple_block_tag
def timeline_entry(
    content: str,
    *,
    what: Any,
    when: Any = None,
    who: Any = "",
    why: str = "",
    url: str = "",
    tone: str = "neutral",
) -> str:
    """Who did what, when and why; the document or figure in question goes inside."""
    require(tone, TONES, "tone")
    return render_component(
        "timeline_entry",
        content=content,
        what=what,
        when=when,
        who=who,
        why=why,
        url=url,
        tone=tone,
    )


def compare_words(before: str, after: str) -> list[tuple[str, str]]:
    """("same" | "removed" | "added", text) pieces that turn `before` into `after`.

    Texts that are too long, or too repetitive, are compared by lines; if even that would take
    long, the one is shown as replaced by the other: nobody can make a page that never ends.
    """
    for tokens in (WORDS, LINES):
        old, new = tokens.findall(before), tokens.findall(after)
        if _cost(old, new) <= MOST_COMPARISONS:
            return _pieces(old, new)
    return [piece for piece in (("removed", before), ("added", after)) if piece[1]]


def _cost(old: list[str], new: list[str]) -> int:
    """At most so many comparisons: each match looks at every equal pair of tokens again."""
    times = Counter(new)
    pairs = sum(times[token] for token in old if not token.isspace())
    return (pairs + len(old)) * min(len(old), len(new))


def _pieces(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(str.isspace, old, new, autojunk=False)
    for code, left, left_end, right, right_end in matcher.get_opcodes():
        if code == "equal":
            pieces.append(("same", "".join(old[left:left_end])))
            continue
        if left < left_end:
            pieces.append(("removed", "".join(old[left:left_end])))
        if right < right_end:
            pieces.append(("added", "".join(new[right:right_end])))
    return pieces


@register.simple_tag
def diff(
    before: str, after: str, *, before_label: str = "Before", after_label: str = "After"
) -> str:
    """Two versions of a text in one, with what was removed and added marked as such."""
    pieces = compare_words(str(before), str(after))
    return render_component(
        "diff",
        text=format_html_join("", "{}", ([_marked(*piece)] for piece in pieces)),
        before_label=before_label,
        after_label=after_label,
    )


def _marked(kind: str, text: str) -> str:
    marks = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return format_html(marks[kind], text)


@register.simple_block_tag
def chart_frame(
    content: str,
    *,
    title: str,
    columns: str = "",
    rows: Sequence[Sequence[Any]] = (),
    note: str = "",
    level: int = 3,
) -> str:
    """An SVG chart with the figures behind it as a table."""
    return render_component(
        "chart_frame",
        content=content,
        title=title,
        columns=columns_of(columns) if columns else [],
        rows=rows,
        note=note,
        level=level,
    )
