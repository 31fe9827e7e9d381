"""Other terms of a retainer, for programs: while they are open, and while it goes on."""

from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from rest_framework import serializers

from accounts.people.places import countries
from contracts.agreements.api.terms_of_kind import TermsOfKind
from contracts.agreements.clauses.schedules import RetainerSchedule
from contracts.agreements.permissions import can_propose_terms
from contracts.agreements.services.terms import refuse_other_schedule
from contracts.change_orders.api.orders import ProposeChangeOrder
from contracts.change_orders.api.serializers import ChangeOrderInput
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.permissions import can_propose_change
from contracts.retainers.forms.terms import (
    MOST_HOURS,
    MOST_NOTICE,
    MOST_OUTCOMES,
    MOST_RESPONSE,
)
from marketplace.core.api.serializers import LineList, Price, StrictSerializer, WholeNumber

PROMISES = ("hours", "outcomes", "response", "zone", "holidays", "notice_days")


class RetainerTermsInput(StrictSerializer):
    """The next version of a retainer's terms; parties, platform's fee and currency stay."""

    fee = Price(help_text="Of a month, in the currency of the contract.")
    hours = WholeNumber(
        min_value=1,
        max_value=MOST_HOURS,
        allow_null=True,
        help_text="Included in each period; null where outcomes are named.",
    )
    outcomes = LineList(longest=300, most=MOST_OUTCOMES, help_text="In place of hours.")
    response = serializers.ListField(
        child=WholeNumber(min_value=1, max_value=MOST_RESPONSE),
        min_length=3,
        max_length=3,
        help_text="Business hours until a critical, a major and a minor incident is answered.",
    )
    zone = serializers.CharField(max_length=60, help_text="IANA, such as Europe/Berlin.")
    holidays = serializers.ChoiceField(
        choices=[("", "No country"), *countries()],
        help_text="ISO 3166 code of the country whose public holidays are no business days.",
    )
    notice_days = WholeNumber(
        min_value=0, max_value=MOST_NOTICE, help_text="Periods that begin within them still run."
    )
    special_terms = serializers.CharField(
        max_length=4000, required=False, allow_blank=True, default=""
    )
    note = serializers.CharField(
        max_length=2000, help_text="Why; the other side reads it beside the changes."
    )

    def validate_zone(self, zone: str) -> str:
        if zone not in available_timezones():
            raise serializers.ValidationError("Name a zone by area and city: Europe/Berlin.")
        return zone

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        fee = attrs.pop("fee")
        if fee.currency != self.context["endpoint"].contract.currency:
            raise serializers.ValidationError({"fee": ["Use the currency of the contract."]})
        promised = {name: attrs.pop(name) for name in PROMISES}
        if bool(promised["hours"]) == bool(promised["outcomes"]):
            raise serializers.ValidationError({"hours": ["Give hours or outcomes, one of both."]})
        listed: dict[str, Any] = {
            name: tuple(promised.pop(name)) for name in ("outcomes", "response")
        }
        return attrs | {"schedule": RetainerSchedule(fee=fee.minor, **promised, **listed)}


class RetainerTerms(TermsOfKind):
    """Counter the offer of a retainer, or revise its terms. Both must sign the new version."""

    tag = "periods"
    permission = can_propose_terms
    takes = RetainerTermsInput
    schedule = RetainerSchedule


class RetainerChangeInput(ChangeOrderInput, RetainerTermsInput):
    """All terms as they shall be, with the signature of who proposes."""


class RetainerChangeOrders(ProposeChangeOrder):
    """Propose other terms. They hold from the next period, another fee from the one after it."""

    permission = can_propose_change
    takes = RetainerChangeInput

    def validated(self) -> dict[str, Any]:
        refuse_other_schedule(self.contract, RetainerSchedule)
        return super().validated()

    def act(self, schedule: RetainerSchedule, special_terms: str, **signed: Any) -> ChangeOrder:
        draft = replace(self.agreed(), special_terms=special_terms.strip(), schedule=schedule)
        return self.propose(draft, signed)
