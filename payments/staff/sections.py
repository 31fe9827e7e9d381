"""The money of a person and of an organisation, on their pages of staff."""

from typing import Any

from accounts.organisations.models.organisations import Organisation
from marketplace.core.staff.registry import Section, register_section
from payments.escrows.queries.escrows import escrows_earned_by, escrows_paid_by
from payments.payouts.queries.payees import payee_of
from payments.releases.queries import rails_of

SHOWN = 10
TEMPLATE = "staff/money.html"


@register_section("person", order=30)
def money_of_person(person: Any) -> Section | None:
    payee, escrows = payee_of(person), escrows_earned_by(person)
    rails = rails_of(escrows)
    if not rails and payee is None:
        return None
    listed = list(escrows[:SHOWN])
    facts = {"rails": rails, "payee": payee, "escrows": listed, "owner": person.public_id}
    return Section("Money earned", TEMPLATE, facts)


@register_section("organisation", order=30)
def money_of_organisation(organisation: Any) -> Section | None:
    escrows = escrows_paid_by(Organisation.objects.filter(pk=organisation.pk))
    rails = rails_of(escrows)
    facts = {"rails": rails, "escrows": list(escrows[:SHOWN])}
    return Section("Money paid", TEMPLATE, facts) if rails else None
