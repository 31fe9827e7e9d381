"""Briefs and proposals in every state."""

from types import SimpleNamespace

from django.test import override_settings

from marketplace.core.data.actors import client, freelancer, moderator
from projects.briefs.services.briefs import close_brief, pause_brief
from projects.briefs.services.moderation import appeal_removal, remove_brief
from projects.proposals.services.proposals import (
    decline_proposal,
    revise_proposal,
    shortlist_proposal,
    withdraw_proposal,
)
from projects.proposals.services.versions import save_proposal
from tests.factories.projects import (
    PLAN,
    make_attachment,
    make_brief,
    make_draft_brief,
    make_draft_proposal,
    make_proposal,
    plan_milestones,
)


def fill_briefs(world: SimpleNamespace) -> None:
    ours, by = world.organisation, client(world.client)
    world.brief = make_brief(ours)
    world.attachment = make_attachment(world.brief)
    world.unanswered_brief = make_brief(ours, title="Forecast the calls of next week")
    world.empty_brief = make_draft_brief(ours, **dict.fromkeys(("problem", "goal_kpi"), ""))
    world.draft_brief = make_draft_brief(ours, title="Score the leads of the shop")
    world.paused_brief = pause_brief(brief=make_brief(ours, title="Paused work"), by=by)
    world.closed_brief = close_brief(brief=make_brief(ours, title="Closed work"), by=by)
    world.removed_brief = removed(world, "Removed work")
    world.appealed_brief = removed(world, "Appealed work")
    appeal_removal(brief=world.appealed_brief, by=by, why="It is a real job.")
    with override_settings(BRIEF_REVIEW_FIRST=True):
        world.waiting_brief = make_brief(ours, title="Read the films", data_sensitivity="health")
    fill_proposals(world)


def removed(world: SimpleNamespace, title: str) -> object:
    brief = make_brief(world.organisation, title=title)
    return remove_brief(brief=brief, by=moderator(world.moderator), why="Asks for free work.")


def fill_proposals(world: SimpleNamespace) -> None:
    ours, us, by = world.organisation, world.freelancer, client(world.client)
    world.proposal = make_proposal(world.brief, us)
    world.rival_proposal = make_proposal(world.brief, world.other_freelancer)
    shortlist_proposal(proposal=world.rival_proposal, by=by)
    world.draft_proposal = make_draft_proposal(make_brief(ours, title="Rank the news"), us)
    world.withdrawn_proposal = make_proposal(make_brief(ours, title="Withdrawn from"), us)
    withdraw_proposal(proposal=world.withdrawn_proposal, by=freelancer(us), why="No time.")
    world.declined_proposal = make_proposal(make_brief(ours, title="Declined at"), us)
    decline_proposal(proposal=world.declined_proposal, by=by, why="We chose someone nearer.")
    world.revised_proposal = revised(make_proposal(make_brief(ours, title="Revised"), us))


def revised(proposal):
    """Two versions, so that the older one and the changes have something to show."""
    by = freelancer(proposal.freelancer)
    save_proposal(
        proposal=proposal,
        by=by,
        facts=PLAN | {"approach": "Start with a rule, then boost it."},
        milestones=plan_milestones(200_000, 400_000),
    )
    return revise_proposal(proposal=proposal, by=by)
