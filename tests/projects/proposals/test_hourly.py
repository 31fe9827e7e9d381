"""Work by the hour: what a version says of it, what it costs, what it lacks."""

import pytest
from django.db import DatabaseError, transaction

from accounts.notices.registry import notices_of
from marketplace.core.data.models import Event
from marketplace.core.data.money import Money
from projects.proposals.errors import ProposalIncomplete
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.queries.proposals import sent_versions
from projects.proposals.queries.versions import changes_between
from projects.proposals.services import proposals, versions
from tests.factories.projects import make_draft_proposal, plan_milestones
from tests.projects.hourly import BY_THE_HOUR, IN_WORDS, make_hourly_brief, make_hourly_proposal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hourly_is_live")]


@pytest.fixture
def asking(organisation):
    """A brief that asks for work by the hour."""
    return make_hourly_brief(organisation)


def lacking(brief, freelancer_person, by, *amounts, **facts) -> list[str]:
    """The parts for which a draft with `facts` is not sent; it stays a draft."""
    draft = make_draft_proposal(brief, freelancer_person, amounts, **facts)
    with pytest.raises(ProposalIncomplete) as refusal:
        proposals.submit_proposal(proposal=draft, by=by)
    draft.refresh_from_db()
    assert (draft.state, draft.current) == ("draft", None)
    return [part.field for part in refusal.value.missing]


def test_the_amount_is_a_full_week_at_its_limit(asking, freelancer_person):
    version = make_hourly_proposal(asking, freelancer_person).current
    assert (version.amount, version.offered_milestones) == (190_000, [])
    assert (version.unit_price, version.unit) == (Money(9_500, "USD"), "an hour")
    assert (version.price_words, version.payments) == (IN_WORDS, [190_000])


def test_one_hour_a_week_is_one_hour(asking):
    version = make_hourly_proposal(asking, weekly_hours=1).current
    assert version.price_words == (
        "95.00 USD an hour, at most 1 hour a week (at most 95.00 USD a week)"
    )


def test_a_fixed_price_is_worded_as_before(proposal):
    version = proposal.current
    assert (version.price_words, proposal.price_words) == ("9,600.00 USD", "9,600.00 USD")
    assert (version.hourly, version.unit) == (None, "")
    assert version.payments == [240_000, 420_000, 300_000]


def test_a_draft_begins_with_the_kind_that_the_brief_asks_for(asking, as_freelancer):
    draft = versions.draft_proposal(brief=asking, by=as_freelancer)
    version = draft.versions.get()
    assert (version.engagement_kind, version.amount, version.price_words) == (
        *("hourly", 0, "no price yet"),
    )


def test_work_by_the_hour_needs_a_rate_and_hours(asking, freelancer_person, as_freelancer):
    assert lacking(asking, freelancer_person, as_freelancer) == ["rate", "weekly_hours"]


def test_milestones_do_not_stand_for_a_rate(asking, freelancer_person, as_freelancer):
    facts = {"engagement_kind": "hourly", "weekly_hours": 20}
    assert lacking(asking, freelancer_person, as_freelancer, 240_000, **facts) == ["rate"]


def test_a_rate_does_not_stand_for_milestones(brief, freelancer_person, as_freelancer):
    facts = BY_THE_HOUR | {"engagement_kind": "fixed"}
    assert lacking(brief, freelancer_person, as_freelancer, **facts) == ["milestones"]


@pytest.mark.parametrize(("rate", "hours"), [(1, 49), (2_000_000, 50)])
def test_a_week_that_no_payment_can_carry_is_not_sent(
    asking, freelancer_person, as_freelancer, rate, hours
):
    facts = {"rate": rate, "weekly_hours": hours}
    assert lacking(asking, freelancer_person, as_freelancer, **facts) == ["rate"]


def test_waiting_costs_no_more_than_work(asking, freelancer_person, as_freelancer):
    facts = BY_THE_HOUR | {"waiting_rate": 9_501}
    assert lacking(asking, freelancer_person, as_freelancer, **facts) == ["waiting_rate"]


def test_who_answers_with_another_kind_says_why(brief, freelancer_person, as_freelancer):
    assert lacking(brief, freelancer_person, as_freelancer, **BY_THE_HOUR) == ["engagement_advice"]
    draft = brief.proposals.get()
    facts = {"engagement_advice": "Nobody knows yet what is in the data."}
    versions.save_proposal(proposal=draft, by=as_freelancer, facts=facts, milestones=[])
    proposals.submit_proposal(proposal=draft, by=as_freelancer)
    assert (draft.state, draft.price_words) == ("submitted", IN_WORDS)


def test_a_kind_without_contracts_is_not_sent(brief, freelancer_person, as_freelancer):
    facts = {"engagement_kind": "trial", "engagement_advice": "We should try each other first."}
    assert lacking(brief, freelancer_person, as_freelancer, 240_000, **facts) == ["engagement_kind"]


def test_a_draft_keeps_what_it_says_of_the_other_kind(brief, freelancer_person, as_freelancer):
    draft = make_draft_proposal(brief, freelancer_person, (240_000,), **BY_THE_HOUR)
    version = draft.versions.get()
    assert (version.amount, version.milestones.count()) == (190_000, 1)
    facts, milestones = {"engagement_kind": "fixed"}, version.written["milestones"]
    versions.save_proposal(proposal=draft, by=as_freelancer, facts=facts, milestones=milestones)
    version.refresh_from_db()
    assert (version.amount, version.hourly) == (240_000, None)
    assert (version.rate, version.weekly_hours) == (9_500, 20)


def test_the_next_version_goes_on_from_the_hours_of_the_last(asking, as_freelancer):
    sent = make_hourly_proposal(asking, as_freelancer.user, waiting_rate=3_000)
    facts = {"weekly_hours": 30}
    versions.save_proposal(proposal=sent, by=as_freelancer, facts=facts, milestones=[])
    proposals.revise_proposal(proposal=sent, by=as_freelancer)
    first, second = sent_versions(sent)
    assert (second.engagement_kind, second.rate, second.waiting_rate) == ("hourly", 9_500, 3_000)
    [change] = changes_between(first, second)
    assert (change.label, change.before) == (
        *("Price", f"Price: {IN_WORDS}\nWaiting for a machine: 30.00 USD an hour"),
    )
    assert "at most 30 hours a week (at most 2,850.00 USD a week)" in change.after


def test_the_difference_of_two_kinds_names_both_prices(proposal, as_freelancer):
    facts = BY_THE_HOUR | {"engagement_advice": "The data are not known."}
    milestones = plan_milestones(100_000)
    versions.save_proposal(proposal=proposal, by=as_freelancer, facts=facts, milestones=milestones)
    proposals.revise_proposal(proposal=proposal, by=as_freelancer)
    changes = {change.label: change for change in changes_between(*sent_versions(proposal))}
    assert list(changes) == ["Advice on the kind of engagement", "Milestones and price"]
    price = changes["Milestones and price"]
    assert price.before.endswith("Price: 9,600.00 USD")
    assert price.after == f"Price: {IN_WORDS}"


def test_the_client_is_told_the_rate_and_the_limit(asking):
    make_hourly_proposal(asking)
    [(_, notice)] = notices_of(Event.objects.get(verb="proposal.submitted"))
    assert notice.text == f"Price: {IN_WORDS}. Read it, compare it, and answer within 30 days."


@pytest.mark.parametrize("facts", [{"weekly_hours": 81}, {"rate": 0}])
def test_the_database_keeps_hours_of_a_week_and_rates_above_zero(asking, facts):
    version = make_hourly_proposal(asking).current
    with pytest.raises(DatabaseError), transaction.atomic():
        ProposalVersion.objects.filter(pk=version.pk).update(**facts)
    version.refresh_from_db()
    assert (version.rate, version.weekly_hours) == (9_500, 20)
