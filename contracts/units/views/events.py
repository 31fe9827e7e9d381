"""Events in words, as entries of the timeline."""

from collections.abc import Iterable
from typing import Any

from contracts.units.models.units import words_of_kinds
from marketplace.core.data.actors import MODERATOR
from marketplace.core.data.models import Event
from marketplace.core.text.markdown import as_text

# Verb to words and tone; the words may use the event's particulars. Each kind of unit has its own.
WORDS: dict[str, tuple[str, str]] = {
    "contract.offered": ("Offer made, terms version {version}", "neutral"),
    "contract.countered": ("Changes proposed, terms version {version}", "held"),
    "contract.revised": ("Terms revised, version {version}", "neutral"),
    "contract.signed": ("Terms version {version} signed", "accent"),
    "contract.agreed": ("Agreed: both signed version {version}", "accent"),
    "contract.withdrawn": ("Offer withdrawn", "disputed"),
    "contract.declined": ("Offer declined", "disputed"),
    "contract.lapsed": ("Lapsed: not signed and funded in time", "disputed"),
    "contract.activated": ("Work begins", "accent"),
    "contract.paused": ("Paused", "held"),
    "contract.resumed": ("Resumed", "accent"),
    "contract.stood_still": ("A side cannot act: no review and no deadline runs", "held"),
    "contract.went_on": ("Both sides can act: reviews and deadlines go on", "accent"),
    "contract.given_notice": ("Notice given", "held"),
    "contract.completed": ("Contract completed", "paid"),
    "contract.terminated": ("Contract terminated", "disputed"),
    "contract.progress_noted": ("Progress", "neutral"),
    "change_order.proposed": ("Change of the terms proposed, version {version}", "held"),
    "change_order.signed": ("Change signed by both: version {version}", "accent"),
    "change_order.declined": ("Change of the terms declined", "neutral"),
    "change_order.withdrawn": ("Change of the terms withdrawn", "neutral"),
    "change_order.lapsed": ("Change of the terms lapsed without an answer", "neutral"),
    "change_order.dropped": ("Change of the terms dropped: the contract ended", "neutral"),
    "change_request.asked": ("Another round asked for on milestone {position}", "held"),
    "change_request.accepted": ("Another round agreed", "neutral"),
    "change_request.refused": ("Another round refused", "held"),
    "cancellation.asked": ("Cancellation of {name} asked for", "held"),
    "cancellation.agreed": ("Cancellation agreed", "neutral"),
    "cancellation.refused": ("Cancellation refused", "neutral"),
    "cancellation.dropped": ("Cancellation no longer asked for", "neutral"),
}

# Their reason is the note of a review; staff, who approve for a side, give a plain one.
WRITTEN_AS_MARKDOWN = {"milestone.approved", "milestone.returned", "change_request.asked"}


def _named(event: Event) -> dict[str, Any]:
    """What an event says, with how its unit is called; before there were kinds none said so."""
    return {"name": f"milestone {event.particulars.get('position')}", **event.particulars}


class _Known(dict[str, Any]):
    """Particulars in which an unknown name is a dash, as in events from before it was kept."""

    def __missing__(self, name: str) -> str:
        return "–"


def entries_of(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Props of timeline entries, in the order of `events`."""
    words = WORDS | words_of_kinds()
    return [_entry(event, *words[event.verb]) for event in events if event.verb in words]


def _entry(event: Event, words: str, tone: str) -> dict[str, Any]:
    is_note = event.verb in WRITTEN_AS_MARKDOWN and event.role != MODERATOR
    return {
        "what": words.format_map(_Known(_named(event))),
        "when": event.at,
        "who": str(event.actor) if event.actor else "Holdout",
        "why": as_text(event.why) if is_note else event.why,
        "tone": tone,
        "event": event,
    }
