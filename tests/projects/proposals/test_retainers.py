"""Retainers in proposals: what a version says of one, what it lacks, the form and the pages."""

import pytest

from contracts.agreements.models.contracts import Contract
from marketplace.core.data.actors import client
from marketplace.core.data.money import Money
from projects.proposals.errors import ProposalIncomplete
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.versions import changes_between
from projects.proposals.services import proposals
from tests.factories.projects import make_draft_proposal, make_proposal
from tests.projects.proposals.test_pages import typed
from tests.projects.retainers import (
    BY_THE_MONTH,
    IN_WORDS,
    make_retainer_brief,
    make_retainer_proposal,
)

pytestmark = pytest.mark.django_db
MONTHLY = {"engagement_kind": "retainer", "period_fee": "3000", "included_hours": "20"}


@pytest.fixture
def asking(organisation):
    """A brief that asks for a retainer."""
    return make_retainer_brief(organisation)


@pytest.fixture
def author(browser_of, freelancer_person):
    return browser_of(freelancer_person)


def lacking(brief, freelancer_person, by, **facts) -> list[str]:
    """The parts for which a draft with `facts` is not sent; it stays a draft."""
    draft = make_draft_proposal(brief, freelancer_person, (), **BY_THE_MONTH | facts)
    with pytest.raises(ProposalIncomplete) as refusal:
        proposals.submit_proposal(proposal=draft, by=by)
    draft.refresh_from_db()
    assert (draft.state, draft.current) == ("draft", None)
    return [part.field for part in refusal.value.missing]


def test_the_amount_is_one_month(asking, freelancer_person):
    version = make_retainer_proposal(asking, freelancer_person).current
    assert (version.amount, version.offered_milestones) == (300_000, [])
    assert (version.unit_price, version.unit) == (Money(300_000, "USD"), "a month")
    assert (version.price_words, version.payments) == (IN_WORDS, [300_000])


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"period_fee": None}, ["period_fee"]),
        ({"included_hours": None}, ["included_hours"]),
        ({"period_outcomes": "A report"}, ["period_outcomes"]),
        ({"included_hours": None, "period_outcomes": "One\n" * 11}, ["period_outcomes"]),
        ({"period_fee": 1}, ["period_fee"]),
    ],
)
def test_what_a_retainer_lacks(asking, freelancer_person, as_freelancer, facts, missing):
    assert lacking(asking, freelancer_person, as_freelancer, **facts) == missing


def test_outcomes_take_the_place_of_hours(asking, freelancer_person):
    facts = {"included_hours": None, "period_outcomes": "Scores by 6:00\n\nA drift report"}
    version = make_retainer_proposal(asking, freelancer_person, **facts).current
    assert version.retainer.outcomes == ("Scores by 6:00", "A drift report")
    assert version.price_words == "3,000.00 USD a month, 2 named outcomes"


def test_from_the_brief_to_a_sent_proposal_by_the_month(author, asking):
    edit = author.post(f"/briefs/{asking.public_id}/proposals/drafts/")["Location"]
    assert author.get(edit).context["form"].kind == "retainer"
    assert author.post(edit, typed(**MONTHLY, send="1")).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.price_words) == ("submitted", IN_WORDS)


def test_a_wrong_month_is_told_and_kept(author, asking):
    edit = author.post(f"/briefs/{asking.public_id}/proposals/drafts/")["Location"]
    answer = author.post(edit, typed(**MONTHLY | {"period_outcomes": "A report"}, send="1"))
    page = answer.content.decode()
    assert "Hours or outcomes, not both: leave one empty." in page
    assert 'value="3000"' in page


def test_whoever_wants_a_retainer_where_none_is_asked_for_says_why(brief, freelancer_person):
    with pytest.raises(ProposalIncomplete) as refusal:
        make_retainer_proposal(brief, freelancer_person)
    assert [part.field for part in refusal.value.missing] == ["engagement_advice"]


def test_its_pages_speak_of_months(browser_of, client_person, asking, freelancer_person):
    proposal = make_retainer_proposal(asking, freelancer_person)
    hirer = browser_of(client_person)
    for part in ("", "acceptance/"):
        page = hirer.get(f"/proposals/{proposal.public_id}/{part}").content.decode()
        assert "a month" in page, part
    compared = hirer.get(f"/briefs/{asking.public_id}/proposals/comparison/")
    assert "20 hours included" in compared.content.decode()


def test_a_change_of_the_month_is_a_change_of_the_price(asking, freelancer_person):
    first = make_retainer_proposal(asking, freelancer_person).current
    second = make_draft_proposal(asking, None, (), **BY_THE_MONTH | {"period_fee": 350_000})
    change = changes_between(first, second.versions.get())[-1]
    assert change.label == "Price"


def test_accepting_offers_a_retainer(asking, freelancer_person, client_person):
    proposal = make_retainer_proposal(asking, freelancer_person)
    proposals.accept_proposal(proposal=proposal, by=client(client_person), version=1)
    contract = Contract.objects.get()
    draft = contract.terms.draft
    assert (contract.kind, contract.review_days) == ("retainer", 5)
    assert (draft.retainer.fee, draft.retainer.hours) == (300_000, 20)
    assert draft.retainer.zone == freelancer_person.time_zone


def test_a_fixed_price_is_worded_as_before(brief, freelancer_person):
    version = make_proposal(brief, freelancer_person).current
    assert (version.recurring, version.unit) == (None, "")
