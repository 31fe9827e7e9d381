"""Who hears what of briefs and proposals."""

from collections.abc import Iterable, Sequence

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import hiring_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from projects.models import Brief, BriefInvitation, Proposal
from projects.queries.proposals import undecided_proposals


def _of_brief(
    brief: Brief, to: Sequence[User], subject: Subject, body: Body, action: str = "Open the brief"
) -> Notice:
    return Notice(
        recipients=to,
        kind=NoticeKind.BRIEFS,
        subject=subject,
        body=body,
        url=brief.get_absolute_url(),
        action=action,
    )


def _of_proposal(proposal: Proposal, to: Sequence[User], subject: Subject, body: Body) -> Notice:
    return Notice(
        recipients=to,
        kind=NoticeKind.PROPOSALS,
        subject=subject,
        body=body,
        url=proposal.get_absolute_url(),
        action="Open the proposal",
    )


def _proposers(brief: Brief) -> list[User]:
    return [proposal.freelancer for proposal in undecided_proposals(brief)]


@notice_for("brief.published", "brief.closed", "brief.filled")
def brief_moved(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    said = {
        "brief.published": f"{event.actor} published it. {brief.invitation}",
        "brief.closed": f"{event.actor} closed it. Its undecided proposals were closed with it.",
        "brief.filled": "Its contract is active. The other proposals were closed.",
    }[event.verb]
    state = event.verb.partition(".")[2]
    yield _of_brief(
        brief, hiring_members(brief.organisation), subject_line("“{}” was {}", brief, state), said
    )


@notice_for("brief.queued", "brief.recalled", "brief.approved", "brief.returned")
def brief_reviewed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    told: dict[str, tuple[Subject, Body]] = {
        "brief.queued": (
            subject_line("“{}” waits for a moderator", brief),
            f"{event.actor} sent it for review. It is published once a moderator has read it.",
        ),
        "brief.recalled": (
            subject_line("“{}” was taken back from review", brief),
            f"{event.actor} made it a draft again, to be changed or sent once more.",
        ),
        "brief.approved": (
            subject_line("“{}” was published", brief),
            f"A moderator has read it. {brief.invitation}",
        ),
        "brief.returned": (
            subject_line("“{}” needs a change before it is published", brief),
            [
                "A moderator read it and returned it to you as a draft. Change it and send it "
                "again. The reason:",
                Quotation(event.why),
            ],
        ),
    }
    subject, body = told[event.verb]
    yield _of_brief(brief, hiring_members(brief.organisation), subject, body)


@notice_for("brief.paused", "brief.reopened", "brief.edited")
def brief_changed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    said = {
        "brief.paused": "The client paused the brief. Your proposal stays as it is.",
        "brief.reopened": "The client opened the brief again. Your proposal is still with them.",
        "brief.edited": "The client changed the brief. See whether your proposal still fits it.",
    }[event.verb]
    state = event.verb.partition(".")[2]
    yield _of_brief(brief, _proposers(brief), subject_line("“{}” was {}", brief, state), said)


@notice_for("brief.warned")
def brief_warned(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield _of_brief(
        brief,
        hiring_members(brief.organisation),
        subject_line("“{}” expires in five days", brief),
        "Nothing has happened on it for 25 days. Edit it, answer a proposal, or say that it stays "
        "open; otherwise it expires, and its undecided proposals are closed.",
        action="Keep it open",
    )


@notice_for("brief.expired")
def brief_expired(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield _of_brief(
        brief,
        hiring_members(brief.organisation),
        subject_line("“{}” has expired", brief),
        "Nothing had happened on it for 30 days. Its undecided proposals were closed.",
    )


@notice_for("brief.removed")
def brief_removed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield _of_brief(
        brief,
        hiring_members(brief.organisation),
        subject_line("“{}” was removed by a moderator", brief),
        [
            "Nobody outside your organisation can see it now. If you think that this is wrong, "
            "appeal on the page of the brief. The reason:",
            Quotation(event.why),
        ],
    )
    for proposal in undecided_proposals(brief):
        yield _of_proposal(
            proposal,
            [proposal.freelancer],
            subject_line("“{}” was removed by a moderator", brief),
            "You can no longer open the brief. Your proposal stays as it is for now.",
        )


@notice_for("brief.restored")
def brief_restored(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield _of_brief(
        brief,
        [*hiring_members(brief.organisation), *_proposers(brief)],
        subject_line("“{}” is open again", brief),
        ["A moderator restored the brief.", Quotation(event.why)],
    )


@notice_for("brief_invitation.sent")
def freelancer_invited(event: Event) -> Iterable[Notice]:
    invitation: BriefInvitation = event.subject
    brief = invitation.brief
    yield _of_brief(
        brief,
        [invitation.freelancer],
        subject_line("{} invites you to “{}”", brief.organisation, brief),
        [
            f"{invitation.invited_by} asks whether you would propose. You owe no answer.",
            Quotation(invitation.note),
        ],
        action="Read the brief",
    )


@notice_for("proposal.submitted", "proposal.revised", "proposal.withdrawn")
def client_hears(event: Event) -> Iterable[Notice]:
    proposal: Proposal = event.subject
    who, brief = proposal.freelancer, proposal.brief
    told: dict[str, tuple[Subject, Body]] = {
        "proposal.submitted": (
            subject_line("{} proposes for “{}”", who, brief),
            f"Price: {proposal.price}. Read it, compare it, and answer within 30 days.",
        ),
        "proposal.revised": (
            subject_line("{} changed the proposal for “{}”", who, brief),
            f"Price now: {proposal.price}. The earlier versions stay readable.",
        ),
        "proposal.withdrawn": (
            subject_line("{} withdrew the proposal for “{}”", who, brief),
            ["It can no longer be accepted.", Quotation(event.why)],
        ),
    }
    subject, body = told[event.verb]
    yield _of_proposal(proposal, hiring_members(brief.organisation), subject, body)


@notice_for("proposal.shortlisted", "proposal.declined", "proposal.closed")
def freelancer_hears(event: Event) -> Iterable[Notice]:
    proposal: Proposal = event.subject
    brief = proposal.brief
    told: dict[str, tuple[Subject, Body]] = {
        "proposal.shortlisted": (
            subject_line("You are on the shortlist for “{}”", brief),
            f"{brief.organisation} is looking closer at your proposal.",
        ),
        "proposal.declined": (
            subject_line("Your proposal for “{}” was declined", brief),
            [f"{brief.organisation} gave this reason:", Quotation(event.why)],
        ),
        "proposal.closed": (
            subject_line("Your proposal for “{}” was closed", brief),
            event.why or "The brief takes no proposals now.",
        ),
    }
    subject, body = told[event.verb]
    yield _of_proposal(proposal, [proposal.freelancer], subject, body)


@notice_for("proposal.expired", "proposal.returned")
def both_hear(event: Event) -> Iterable[Notice]:
    proposal: Proposal = event.subject
    who, brief = proposal.freelancer, proposal.brief
    told: dict[str, tuple[Subject, Body]] = {
        "proposal.expired": (
            subject_line("The proposal of {} for “{}” has expired", who, brief),
            "It was left undecided for 30 days.",
        ),
        "proposal.returned": (
            subject_line(
                "The proposal of {} for “{}” is back on the shortlist", proposal.freelancer, brief
            ),
            ["The offer made from it came to nothing.", Quotation(event.why)],
        ),
    }
    subject, body = told[event.verb]
    people = [proposal.freelancer, *hiring_members(brief.organisation)]
    yield _of_proposal(proposal, people, subject, body)
