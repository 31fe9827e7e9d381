"""What the processor would not charge is refused where it is typed, proposed, countered, signed."""

from dataclasses import replace

import pytest

from contracts.agreements.clauses.schedules import MilestoneSchedule
from contracts.agreements.forms.terms import MilestoneTermsForm
from contracts.agreements.models.terms import Signature, TermsVersion
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.services.terms import propose_terms
from marketplace.core.data.prices import PriceOutOfBounds
from projects.proposals.errors import ProposalIncomplete
from projects.proposals.forms.proposals import MilestoneForm
from projects.proposals.services.proposals import submit_proposal
from projects.proposals.services.versions import save_proposal
from tests.factories.contracts import fresh
from tests.factories.projects import make_draft_proposal, plan_milestones

pytestmark = [pytest.mark.django_db]
BEYOND = {"USD": ("0.49", "1,000,000.00"), "GBP": ("0.29", "1,000,000"), "JPY": ("49", "100000000")}


def priced(draft, minor):
    """`draft` with its first milestone at another price."""
    first, *rest = draft.schedule.milestones
    return replace(draft, schedule=MilestoneSchedule((replace(first, amount=minor), *rest)))


@pytest.mark.parametrize("form_class", [MilestoneForm, MilestoneTermsForm])
def test_it_is_said_where_the_price_is_typed(form_class):
    for currency, typed in BEYOND.items():
        for amount in typed:
            form = form_class({"amount": amount}, currency=currency)
            assert "A price is at least" in form.errors["amount"][0]


def test_a_proposal_with_such_a_price_is_not_sent(as_freelancer):
    proposal = make_draft_proposal()
    for minor in (49, 100_000_000):
        units = plan_milestones(minor)
        save_proposal(proposal=proposal, by=as_freelancer, facts={}, milestones=units)
        with pytest.raises(ProposalIncomplete, match="price of milestone 1"):
            submit_proposal(proposal=proposal, by=as_freelancer)
        assert fresh(proposal).state == "draft"


def test_terms_with_such_a_price_are_not_put_on_the_table(offered, as_freelancer):
    for minor in (49, 100_000_000):
        with pytest.raises(PriceOutOfBounds, match="milestone 1 is at least 0.50 USD"):
            propose_terms(
                contract=offered, draft=priced(offered.terms.draft, minor), by=as_freelancer
            )
    assert TermsVersion.objects.count() == 1


def test_terms_from_before_the_rule_are_not_signed(offered, as_client):
    terms = fresh(offered.terms)
    draft = priced(terms.draft, 49).as_json()
    older = TermsVersion.objects.create(
        contract=offered,
        number=2,
        text=terms.text,
        sha256=terms.sha256,
        draft_data=draft,
        proposed_by=terms.proposed_by,
        side=terms.side,
    )
    type(offered).objects.filter(pk=offered.pk).update(terms=older)
    with pytest.raises(PriceOutOfBounds):
        sign_terms(contract=fresh(offered), sha256=older.sha256, by=as_client, name="Clara Client")
    assert Signature.objects.count() == 0
