"""Amounts, and the bar that shows where money is."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html

from marketplace.core.data.money import Money, allocate
from marketplace.core.ui.component import render_component

register = template.Library()

# The one word for each place that money can be in; badges and tables say the same.
RAIL_LABELS = {
    "paid": "Paid",
    "sent": "On its way",
    "available": "Available",
    "clearing": "Clearing",
    "in_review": "In review",
    "held": "Held",
    "disputed": "Disputed",
    "refunded": "Refunded",
    "processing": "Processing",
    "to_fund": "To fund",
}
# What was released is the freelancer's: whoever else looks must not take it for their own.
RELEASED_LABELS: dict[str, dict[str, str]] = {
    "client": {
        "clearing": "Released, clearing",
        "available": "Released",
        "sent": "On its way to the freelancer",
        "paid": "Paid to the freelancer",
    },
    "freelancer": {},
    "staff": {
        "available": "Available to the freelancer",
        "sent": "On its way to the freelancer",
        "paid": "Paid to the freelancer",
    },
}


def as_money(value: Any, currency: str) -> Money:
    """Money itself, or whole minor units of `currency`."""
    return value if isinstance(value, Money) else Money(int(value), currency)


def figures(amount: Money) -> str:
    """The amount without its currency: 4,200.00."""
    return str(amount).rpartition(" ")[0]


@register.simple_tag
def money(value: Any, currency: str = "", *, code: bool = True, sign: bool = False) -> str:
    """4,200.00 USD from Money or minor units; nothing for None; `sign` shows a plus too."""
    if value is None or value == "":
        return ""
    amount = as_money(value, currency)
    text = figures(amount).replace("-", "\u2212")
    plus = "+" if sign and amount.minor > 0 else ""
    if not code:
        return format_html('<span class="money">{}{}</span>', plus, text)
    return format_html('<span class="money">{}{}\u00a0{}</span>', plus, text, amount.currency)


@register.simple_tag
def money_range(low: Any, high: Any, currency: str = "") -> str:
    """9,000.00 to 14,000.00 EUR; one open end becomes from/up to.

    Two equal ends are one amount, and written as one is everywhere.
    """
    ends = [as_money(end, currency) for end in (low, high) if end not in (None, "")]
    if not ends:
        return ""
    texts = [figures(end) for end in ends]
    code = ends[0].currency
    if len(ends) == 2 and ends[0] == ends[1]:
        return money(ends[0])
    if len(ends) == 1:
        text = f"{'from' if high in (None, '') else 'up to'} {texts[0]}"
    else:
        text = " to ".join(texts)
    return format_html('<span class="money money--range">{}\u00a0{}</span>', text, code)


@register.simple_tag
def place_label(place: str, viewer: str) -> str:
    """The word of the money rail for one place, as `viewer` reads it; nothing for no place."""
    return (RAIL_LABELS | RELEASED_LABELS[viewer]).get(place, "")


@register.simple_tag
def figure(amount: Money, *, place: str, viewer: str, note: str = "") -> str:
    """The amount that a page leads with, and the place it is in, a key of RAIL_LABELS."""
    label = (RAIL_LABELS | RELEASED_LABELS[viewer])[place]
    return render_component(
        "figure", amount=amount, label=label, key=place.replace("_", "-"), note=note
    )


def rail_shares(minors: list[int]) -> list[int]:
    """Widths in hundredths of a percent; the smallest part stays wide enough to be seen."""
    visible = max(1, sum(minors) // 125)
    return allocate(10_000, [max(minor, visible) for minor in minors])


@register.simple_tag
def money_rail(
    *,
    parts: Iterable[tuple[str, Any]],
    viewer: str,
    currency: str = "",
    size: str = "page",
    label: str = "Where the money is",
    legend: bool = True,
) -> str:
    """Where money is, in proportion: parts are (key of RAIL_LABELS, minor units or Money).

    `viewer` is who looks at it, client, freelancer or staff: each reads it in their own words.
    """
    order, labels = list(RAIL_LABELS), RAIL_LABELS | RELEASED_LABELS[viewer]
    amounts = [(str(key), as_money(value, currency)) for key, value in parts]
    shown = sorted((p for p in amounts if p[1].minor > 0), key=lambda part: order.index(part[0]))
    left, rows = 0, []
    shares = rail_shares([amount.minor for _, amount in shown]) if shown else []
    for (key, amount), share in zip(shown, shares, strict=True):
        rows.append(
            {
                "key": key.replace("_", "-"),
                "label": labels[key],
                "amount": figures(amount),
                "x": f"{left / 100:.2f}%",
                "width": f"{share / 100:.2f}%",
            }
        )
        left += share
    total = sum(amount.minor for _, amount in shown)
    code = shown[0][1].currency if shown else currency
    told = ", ".join(f"{row['label'].lower()} {row['amount']}" for row in rows) or "nothing yet"
    words = f"{told}; of {Money(total, code)}" if code else told
    return render_component(
        "money_rail", parts=rows, size=size, label=label, legend=legend, words=words
    )
