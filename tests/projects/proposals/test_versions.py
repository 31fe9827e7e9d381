import pytest
from django.db import DatabaseError, transaction

from projects.proposals.errors import ProposalNotEditable
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.queries.proposals import sent_versions, working_version
from projects.proposals.queries.versions import changes_between
from projects.proposals.services import proposals, versions
from tests.factories.projects import plan_milestones

pytestmark = pytest.mark.django_db


def write(proposal, by, *amounts, **facts):
    milestones = plan_milestones(*amounts)
    return versions.save_proposal(proposal=proposal, by=by, facts=facts, milestones=milestones)


def test_the_client_reads_the_sent_version_until_the_next_is_sent(proposal, as_freelancer):
    write(proposal, as_freelancer, 100_000, approach="Linear.")
    proposal.refresh_from_db()
    assert (proposal.current.number, working_version(proposal).number) == (1, 2)
    proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    assert (proposal.current.number, proposal.current.amount) == (2, 100_000)
    assert proposal.state == "submitted"


def test_old_versions_stay_as_they_were(proposal, as_freelancer):
    before = [milestone.amount for milestone in proposal.current.milestones.all()]
    write(proposal, as_freelancer, 100_000, approach="Linear.")
    proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    first, second = sent_versions(proposal)
    assert [milestone.amount for milestone in first.milestones.all()] == before
    assert [milestone.amount for milestone in second.milestones.all()] == [100_000]


def test_what_is_not_written_anew_is_kept(proposal, as_freelancer):
    study = proposal.freelancer.freelancer_profile.case_studies.get()
    write(proposal, as_freelancer, 100_000, case_studies=[study])
    proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    third = write(proposal, as_freelancer, 200_000, risks="None that we can see.")
    assert (third.number, third.approach) == (3, proposal.current.approach)
    assert list(third.case_studies.all()) == [study]


def test_the_difference_names_the_parts_that_changed(proposal, as_freelancer):
    write(proposal, as_freelancer, 240_000, 420_000, 310_000, approach="Linear.")
    proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    first, second = sent_versions(proposal)
    assert [change.label for change in changes_between(first, second)] == [
        "Approach",
        "Milestones and price",
    ]


def test_nothing_new_cannot_be_sent(proposal, as_freelancer):
    with pytest.raises(ProposalNotEditable):
        proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    assert proposal.versions.count() == 1


def test_a_declined_proposal_is_not_edited(proposal, as_client, as_freelancer):
    proposals.decline_proposal(proposal=proposal, by=as_client, why="Over the budget.")
    with pytest.raises(ProposalNotEditable):
        write(proposal, as_freelancer, 100_000)
    assert proposal.versions.count() == 1


def test_dropping_changes_keeps_what_was_sent(proposal, as_freelancer):
    write(proposal, as_freelancer, 100_000)
    versions.discard_draft(proposal=proposal, by=as_freelancer)
    proposal.refresh_from_db()
    assert (proposal.state, working_version(proposal)) == ("submitted", proposal.current)


def test_the_database_keeps_one_unsent_version(proposal, as_freelancer):
    write(proposal, as_freelancer, 100_000)
    with pytest.raises(DatabaseError, match="version_unsent_once"), transaction.atomic():
        ProposalVersion.objects.create(proposal=proposal, number=9, currency="USD")
    assert proposal.versions.count() == 2
