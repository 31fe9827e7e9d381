"""What members of an organisation hear about it."""

from collections.abc import Iterable, Sequence

from accounts.letters.texts import Subject, subject_line
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice, notice_for
from accounts.organisations.models.invitations import Invitation
from accounts.organisations.models.organisations import Membership, Organisation
from accounts.organisations.queries import members_with
from accounts.people.models import User
from marketplace.core.data.models import Event


def _notice(
    organisation: Organisation, recipients: Sequence[User], subject: Subject, body: str
) -> Notice:
    return Notice(
        recipients=recipients,
        kind=NoticeKind.ACCOUNT,
        subject=subject,
        body=body,
        url=organisation.get_absolute_url(),
        action="Open the organisation",
    )


@notice_for("invitation.accepted")
def invitation_accepted(event: Event) -> Iterable[Notice]:
    invitation: Invitation = event.subject
    organisation = invitation.organisation
    role = Membership.Role(invitation.role).label.lower()
    yield _notice(
        organisation,
        members_with(organisation, Membership.Role.OWNER),
        subject_line("{} has joined {}", event.actor, organisation),
        f"{event.actor} accepted the invitation and is now a member as {role}.",
    )


@notice_for("organisation.role_changed")
def role_changed(event: Event) -> Iterable[Notice]:
    organisation: Organisation = event.subject
    role = Membership.Role(event.particulars["role"]).label.lower()
    member = list(User.objects.filter(public_id=event.particulars["user"]))
    yield _notice(
        organisation,
        member,
        subject_line("Your role in {} has changed", organisation),
        f"{event.actor} made you {role} of {organisation}.",
    )


@notice_for("organisation.member_removed")
def member_removed(event: Event) -> Iterable[Notice]:
    organisation: Organisation = event.subject
    yield Notice(
        recipients=list(User.objects.filter(public_id=event.particulars["user"])),
        kind=NoticeKind.ACCOUNT,
        subject=subject_line("You are no longer a member of {}", organisation),
        body=f"{event.actor} removed you from {organisation}. Your account stays.",
        url="/desk/",
        action="Go to your desk",
    )
