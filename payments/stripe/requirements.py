"""What Stripe still asks of a connected account, read into plain words."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from payments.stripe.objects import ProcessorAccount, Requirement

Answer = Mapping[str, Any]

BANK = "A bank account for your payouts"
NAME = "Your full legal name"
# The first beginning that fits decides.
WORDS = (
    ("external_account", BANK),
    ("configuration.recipient.default_outbound_destination", BANK),
    ("identity.attestations.terms_of_service", "Your agreement to Stripe’s terms"),
    ("identity.individual.documents", "A picture of your passport or identity card"),
    ("identity.individual.address", "Your home address"),
    ("identity.individual.date_of_birth", "Your date of birth"),
    ("identity.individual.email", "Your email address"),
    ("identity.individual.given_name", NAME),
    ("identity.individual.id_numbers", "Your tax or identity number"),
    ("identity.individual.phone", "Your phone number"),
    ("identity.individual.surname", NAME),
    ("identity.individual", "More details about you"),
    ("defaults.profile", "What you do, in a sentence"),
)
SOMETHING = "More details, which Stripe’s own page names"

# Why a capability is not active although no requirement says so.
WITHOUT_REQUIREMENT = {
    "contact_stripe": "Stripe has paused the account. Its support tells you why, and what to do",
    "no_resolution": "Stripe has refused the account. Its support tells you why",
}
BEING_CHECKED = ("determining_status", "requirements_pending_verification")


def account(found: Answer) -> ProcessorAccount:
    """A v2 account with its recipient configuration and requirements included."""
    recipient = (found.get("configuration") or {}).get("recipient") or {}
    balance = (recipient.get("capabilities") or {}).get("stripe_balance") or {}
    # An account that may receive transfers and not pay them out would only pile them up.
    capabilities = [balance.get("stripe_transfers") or {}, *filter(None, [balance.get("payouts")])]
    is_ready = all(each.get("status") == "active" for each in capabilities)
    entries = (found.get("requirements") or {}).get("entries") or []
    asked = {each.what: each for each in map(_requirement, entries)}
    if not is_ready and not asked:
        asked |= {each.what: each for each in _explained(capabilities)}
    return ProcessorAccount(id=found["id"], is_ready=is_ready, requirements=tuple(asked.values()))


def _requirement(entry: Answer) -> Requirement:
    deadline = entry.get("minimum_deadline") or {}
    errors = entry.get("errors") or []
    time = deadline.get("time")
    fitting = (words for start, words in WORDS if entry["description"].startswith(start))
    return Requirement(
        what=next(fitting, SOMETHING),
        why=" ".join(error["description"] for error in errors),
        due_at=datetime.fromisoformat(time) if time else None,
        is_overdue=deadline.get("status") == "past_due",
        is_for_person=entry["awaiting_action_from"] == "user",
    )


def _explained(capabilities: list[Answer]) -> Iterator[Requirement]:
    for capability in capabilities:
        for detail in capability.get("status_details") or []:
            what = WITHOUT_REQUIREMENT.get(detail["resolution"])
            if what and detail["code"] not in BEING_CHECKED:
                yield Requirement(what=what, is_overdue=True)
