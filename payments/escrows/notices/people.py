"""Who may hear of money, and the shapes of what they hear."""

from django.db.models import Q
from django.urls import reverse

from accounts.letters.texts import Body, Subject
from accounts.notices.models import NoticeKind
from accounts.notices.registry import Notice
from accounts.people.models import User
from payments.escrows.models.escrows import Escrow


def staff() -> list[User]:
    people = User.objects.filter(Q(is_staff=True) | Q(is_moderator=True), is_active=True)
    return list(people.order_by("id"))


def about_escrow(
    escrow: Escrow,
    recipients: list[User],
    subject: Subject,
    body: Body,
    action: str = "See the money",
) -> Notice:
    return Notice(
        recipients=recipients,
        kind=NoticeKind.MONEY,
        subject=subject,
        body=body,
        url=reverse("payments:escrow", args=[escrow.public_id]),
        action=action,
    )
