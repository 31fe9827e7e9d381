"""What the desk shows of invitations."""

from collections.abc import Iterable

from django.http import HttpRequest

from accounts.desk.registry import Item, register_items
from projects.briefs.panels import SHOWN
from projects.invitations.queries import open_invitations_of


@register_items("freelancer")
def invitations_to_answer(request: HttpRequest) -> Iterable[Item]:
    for invitation in open_invitations_of(request.user)[:SHOWN]:
        brief = invitation.brief
        yield Item(
            title=f"{brief.organisation} invites you to propose",
            about=brief.title,
            about_url=brief.get_absolute_url(),
            act="Read the brief",
            url=brief.get_absolute_url(),
            amount=brief.budget,
        )
