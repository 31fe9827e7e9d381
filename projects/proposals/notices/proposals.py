"""Who hears what of a proposal."""

from collections.abc import Iterable, Sequence

from accounts.letters.texts import Body, Quotation, Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import hiring_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from projects.proposals.models.proposals import Proposal


def about_proposal(proposal: Proposal, to: Sequence[User], subject: Subject, body: Body) -> Notice:
    return Notice(
        recipients=to,
        kind=NoticeKind.PROPOSALS,
        subject=subject,
        body=body,
        url=proposal.get_absolute_url(),
        action="Open the proposal",
    )


@notice_for("proposal.submitted", "proposal.revised", "proposal.withdrawn")
def client_hears(event: Event) -> Iterable[Notice]:
    proposal: Proposal = event.subject
    who, brief = proposal.freelancer, proposal.brief
    told: dict[str, tuple[Subject, Body]] = {
        "proposal.submitted": (
            subject_line("{} proposes for “{}”", who, brief),
            f"Price: {proposal.price_words}. Read it, compare it, and answer within 30 days.",
        ),
        "proposal.revised": (
            subject_line("{} changed the proposal for “{}”", who, brief),
            f"Price now: {proposal.price_words}. The earlier versions stay readable.",
        ),
        "proposal.withdrawn": (
            subject_line("{} withdrew the proposal for “{}”", who, brief),
            ["It can no longer be accepted.", Quotation(event.why)],
        ),
    }
    subject, body = told[event.verb]
    yield about_proposal(proposal, hiring_members(brief.organisation), subject, body)


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
    yield about_proposal(proposal, [proposal.freelancer], subject, body)


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
    yield about_proposal(proposal, people, subject, body)
