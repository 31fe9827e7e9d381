"""Who hears of an invitation."""

from collections.abc import Iterable

from accounts.letters.texts import Quotation, subject_line
from accounts.notices.registry import Notice, notice_for
from marketplace.core.data.models import Event
from projects.briefs.notices import about_brief
from projects.invitations.models import BriefInvitation


@notice_for("brief_invitation.sent")
def freelancer_invited(event: Event) -> Iterable[Notice]:
    invitation: BriefInvitation = event.subject
    brief = invitation.brief
    yield about_brief(
        brief,
        [invitation.freelancer],
        subject_line("{} invites you to “{}”", brief.organisation, brief),
        [
            f"{invitation.invited_by} asks whether you would propose. You owe no answer.",
            Quotation(invitation.note),
        ],
        action="Read the brief",
    )
