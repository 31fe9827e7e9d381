"""Who hears of a brief, where those who proposed are told too."""

from collections.abc import Iterable

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.queries import hiring_members
from accounts.people.models import User
from marketplace.core.data.models import Event
from projects.briefs.models.briefs import Brief
from projects.briefs.notices import about_brief
from projects.proposals.notices.proposals import about_proposal
from projects.proposals.queries.proposals import undecided_proposals


def _proposers(brief: Brief) -> list[User]:
    return [proposal.freelancer for proposal in undecided_proposals(brief)]


@notice_for("brief.paused", "brief.reopened", "brief.edited")
def brief_changed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    said = {
        "brief.paused": "The client paused the brief. Your proposal stays as it is.",
        "brief.reopened": "The client opened the brief again. Your proposal is still with them.",
        "brief.edited": "The client changed the brief. See whether your proposal still fits it.",
    }[event.verb]
    state = event.verb.partition(".")[2]
    yield about_brief(brief, _proposers(brief), subject_line("“{}” was {}", brief, state), said)


@notice_for("brief.removed")
def brief_removed(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield about_brief(
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
        yield about_proposal(
            proposal,
            [proposal.freelancer],
            subject_line("“{}” was removed by a moderator", brief),
            "You can no longer open the brief. Your proposal stays as it is for now.",
        )


@notice_for("brief.restored")
def brief_restored(event: Event) -> Iterable[Notice]:
    brief: Brief = event.subject
    yield about_brief(
        brief,
        [*hiring_members(brief.organisation), *_proposers(brief)],
        subject_line("“{}” is open again", brief),
        ["A moderator restored the brief.", Quotation(event.why)],
    )
