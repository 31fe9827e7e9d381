"""Promise the notices of as many events as are told: `python -m bench.waiting EVENTS`."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
django.setup()

from accounts.people.models import User  # noqa: E402
from marketplace.core.data.models import Event, OutboxMessage  # noqa: E402
from tests.factories.accounts import make_organisation, make_user  # noqa: E402

PEOPLE = 100


def main() -> None:
    """Each event concerns one person, who is told in the app and by an email."""
    owner = make_user("Olivia Owner")
    organisation = make_organisation(owner)
    people = User.objects.bulk_create(
        User(email=f"person{number}@example.com", name=f"Person {number}", password="!")
        for number in range(PEOPLE)
    )
    events = Event.objects.bulk_create(
        Event(
            actor=owner,
            role="client",
            verb="organisation.role_changed",
            subject_type="accounts.organisation",
            subject_id=organisation.pk,
            particulars={"role": "viewer", "user": str(people[number % PEOPLE].public_id)},
        )
        for number in range(int(sys.argv[1]))
    )
    OutboxMessage.objects.all().delete()
    OutboxMessage.objects.bulk_create(
        OutboxMessage(name="accounts.deliver_notices", ids={"event_id": str(event.public_id)})
        for event in events
    )
    print("{}")


if __name__ == "__main__":
    main()
