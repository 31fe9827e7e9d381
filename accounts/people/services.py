"""A person's own account."""

from django.db import transaction

from accounts.people.models import User
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.events import record


def account_facts(user: User) -> dict[str, str]:
    """What people edit of their account in one form."""
    return {"name": user.name, "time_zone": user.time_zone}


@transaction.atomic
def update_account(*, user: User, by: Actor, name: str, time_zone: str, seen: str = "") -> User:
    """Change a person's name and time zone; writes an event with the earlier name.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    person = User.objects.select_for_update().get(pk=user.pk)
    wanted = {"name": name, "time_zone": time_zone}
    refuse_passed_version(seen, wanted=wanted, stored=lambda: account_facts(person))
    earlier = person.name
    person.name, person.time_zone = name, time_zone
    person.save(update_fields=["name", "time_zone"])
    if earlier != name:
        record("user.renamed", subject=person, actor=by, particulars={"earlier": earlier})
    return person


@transaction.atomic
def note_email_change(*, user: User, earlier: str) -> None:
    """Record that a person's address is another one now; the new one is the library's to keep."""
    record(
        "user.email_changed",
        subject=user,
        actor=actors.person(user),
        particulars={"earlier": earlier},
    )


def set_time_zone(*, user: User, time_zone: str) -> None:
    User.objects.filter(pk=user.pk).update(time_zone=time_zone)
