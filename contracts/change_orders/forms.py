"""What every form of a change order ends with: why, and the proposer's own signature."""

from typing import Any

from django import forms

from contracts.agreements.forms.terms import SignatureForm
from marketplace.core.web.text_fields import Name, Words


class ProposalForm(forms.Form):
    """Why the terms are to change, and the name under the text that is written from it."""

    # Of the terms that were changed: signed ones may have taken their place meanwhile.
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    note = Words(
        label="Why",
        help_text="The other side reads this beside the changes.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    name = Name(
        label="Your full name",
        help_text="You sign the changed text for your side by proposing it.",
        min_length=2,
        max_length=120,
    )
    # Shown once another name than the account's was typed.
    is_meant = forms.BooleanField(
        label="I sign under this name, which is not the one of my account.", required=False
    )
    consent = forms.BooleanField(
        label="I sign the terms with these changes for my side; every other clause stays.",
        error_messages={"required": "Tick this to propose the change."},
    )


class AnswerForm(SignatureForm):
    """The second signature, under the exact text that was read."""


def signed_by(facts: dict[str, Any], user_agent: str) -> dict[str, Any]:
    """What a service takes of the signature in a valid form."""
    return {
        "name": facts["name"],
        "is_meant": facts["is_meant"],
        "user_agent": user_agent,
    }
