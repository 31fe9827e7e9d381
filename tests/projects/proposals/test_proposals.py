import pytest

from accounts.organisations.models.organisations import Membership
from accounts.organisations.services.organisations import add_member
from accounts.profiles.models.case_studies import CaseStudy
from marketplace.core.data.actors import freelancer, person
from marketplace.core.data.money import Money
from marketplace.core.web.reasons import ReasonMissing
from projects.briefs.errors import BriefHasOffer, BriefNotOpen
from projects.briefs.services import briefs
from projects.proposals.errors import (
    AlreadyProposed,
    CaseStudyNeeded,
    ConflictOfSides,
    ProposalChanged,
    ProposalIncomplete,
)
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.history import history_of
from projects.proposals.services import proposals, versions
from projects.proposals.signals import proposal_accepted
from tests.factories.projects import (
    PLAN,
    make_accepted_proposal,
    make_draft_proposal,
    make_proposal,
    plan_milestones,
)

pytestmark = pytest.mark.django_db


def state_of(subject) -> str:
    return type(subject).objects.get(pk=subject.pk).state


def revise(proposal, by, *amounts, **facts):
    milestones = plan_milestones(*amounts)
    versions.save_proposal(proposal=proposal, by=by, facts=facts, milestones=milestones)
    return proposals.revise_proposal(proposal=proposal, by=by)


@pytest.fixture
def heard():
    """What listeners of `proposal_accepted` were told."""
    told = []

    def listen(sender, proposal, by, **kwargs):
        told.append((proposal.pk, by))

    proposal_accepted.connect(listen)
    yield told
    proposal_accepted.disconnect(listen)


def test_the_price_is_the_sum_of_the_milestones(draft, as_freelancer):
    proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert draft.price == Money(960_000, "USD")
    assert (state_of(draft), draft.current.number) == ("submitted", 1)


def test_an_incomplete_draft_is_not_sent(draft, as_freelancer):
    milestones = [{"title": "Data", "amount": 100}]
    facts = {"validation_plan": ""}
    versions.save_proposal(proposal=draft, by=as_freelancer, facts=facts, milestones=milestones)
    with pytest.raises(ProposalIncomplete) as refusal:
        proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert [part.field for part in refusal.value.missing] == [
        "validation_plan",
        "milestones-0-phase",
        "milestones-0-deliverables",
        "milestones-0-acceptance_criteria",
        "milestones-0-due_on",
    ]
    assert state_of(draft) == "draft"


@pytest.mark.parametrize("minor", [49, 100_000_000])
def test_a_price_that_no_payment_can_carry_is_not_sent(draft, as_freelancer, minor):
    milestones = plan_milestones(420_000, minor)
    versions.save_proposal(proposal=draft, by=as_freelancer, facts={}, milestones=milestones)
    with pytest.raises(ProposalIncomplete) as refusal:
        proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert [part.field for part in refusal.value.missing] == ["milestones-1-amount"]
    assert state_of(draft) == "draft"


def test_a_proposal_without_milestones_is_not_sent(draft, as_freelancer):
    versions.save_proposal(proposal=draft, by=as_freelancer, facts={}, milestones=[])
    with pytest.raises(ProposalIncomplete):
        proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert state_of(draft) == "draft"


def test_a_first_proposal_needs_a_case_study(draft, as_freelancer):
    CaseStudy.objects.all().delete()
    with pytest.raises(CaseStudyNeeded):
        proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert state_of(draft) == "draft"


def test_nothing_is_sent_to_a_paused_brief(draft, as_freelancer, as_client):
    briefs.pause_brief(brief=draft.brief, by=as_client)
    with pytest.raises(BriefNotOpen):
        proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert state_of(draft) == "draft"


def test_a_member_cannot_propose_to_the_own_organisation(brief, client_person):
    with pytest.raises(ConflictOfSides):
        versions.draft_proposal(brief=brief, by=freelancer(client_person))
    assert Proposal.objects.count() == 0


def test_who_joins_the_organisation_later_cannot_be_accepted(proposal, as_client, client_person):
    add_member(
        organisation=proposal.brief.organisation,
        user=proposal.freelancer,
        role=Membership.Role.VIEWER,
        by=person(client_person),
    )
    with pytest.raises(ConflictOfSides):
        proposals.accept_proposal(proposal=proposal, by=as_client, version=1)
    assert state_of(proposal) == "submitted"


def test_there_is_one_live_proposal_for_a_freelancer_and_a_brief(proposal, as_freelancer):
    with pytest.raises(AlreadyProposed):
        versions.draft_proposal(brief=proposal.brief, by=as_freelancer)
    proposals.withdraw_proposal(proposal=proposal, by=as_freelancer)
    versions.draft_proposal(brief=proposal.brief, by=as_freelancer)
    assert Proposal.objects.count() == 2


def test_shortlist_then_accept(proposal, as_client, verbs, heard):
    proposals.shortlist_proposal(proposal=proposal, by=as_client)
    proposals.accept_proposal(proposal=proposal, by=as_client, version=1)
    assert (state_of(proposal), state_of(proposal.brief)) == ("accepted", "open")
    assert verbs(proposal) == ["proposal.submitted", "proposal.shortlisted", "proposal.accepted"]
    assert heard == [(proposal.pk, as_client)]


def test_accepting_at_once_records_no_shortlisting_that_nobody_made(proposal, as_client, verbs):
    proposals.accept_proposal(proposal=proposal, by=as_client, version=1)
    assert verbs(proposal) == ["proposal.submitted", "proposal.accepted"]
    assert [entry["what"] for entry in history_of(proposal)] == ["Accepted into an offer", "Sent"]


def test_a_version_that_was_not_read_is_not_accepted(proposal, as_client, as_freelancer, heard):
    revise(proposal, as_freelancer, 999_000)
    with pytest.raises(ProposalChanged):
        proposals.accept_proposal(proposal=proposal, by=as_client, version=1)
    assert (state_of(proposal), heard) == ("submitted", [])


def test_one_proposal_of_a_brief_is_accepted_at_a_time(brief, proposal, as_client, heard):
    other = make_accepted_proposal(brief)
    heard.clear()
    with pytest.raises(BriefHasOffer):
        proposals.accept_proposal(proposal=proposal, by=as_client, version=1)
    assert (state_of(proposal), state_of(other), heard) == ("submitted", "accepted", [])


def test_declining_needs_a_reason(proposal, as_client):
    with pytest.raises(ReasonMissing):
        proposals.decline_proposal(proposal=proposal, by=as_client, why="")
    assert state_of(proposal) == "submitted"
    proposals.decline_proposal(proposal=proposal, by=as_client, why="Over the budget.")
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reason) == ("declined", "Over the budget.")


def test_a_lapsed_offer_puts_its_proposal_back_on_the_shortlist(brief):
    accepted = make_accepted_proposal(brief)
    proposals.return_proposal(proposal=accepted, why="The offer lapsed.")
    assert state_of(accepted) == "shortlisted"


def test_a_lapsed_offer_of_a_brief_that_is_over_closes_its_proposal(brief):
    accepted = make_accepted_proposal(brief)
    briefs.fill_brief(brief=brief)
    proposals.return_proposal(proposal=accepted, why="The offer lapsed.")
    assert state_of(accepted) == "closed"


def test_discarding_a_draft_deletes_it(draft, as_freelancer):
    versions.discard_draft(proposal=draft, by=as_freelancer)
    assert Proposal.objects.count() == 0


def test_answers_of_different_freelancers_do_not_hinder_each_other(brief):
    made = [make_proposal(brief), make_proposal(brief), make_draft_proposal(brief)]
    assert [state_of(one) for one in made] == ["submitted", "submitted", "draft"]


def test_a_draft_may_be_empty(brief, as_freelancer):
    draft = versions.draft_proposal(brief=brief, by=as_freelancer)
    version = draft.versions.get()
    assert (version.number, version.amount, version.currency) == (1, 0, "USD")
    assert [getattr(version, field) for field in PLAN] == [""] * len(PLAN)
