"""What accounts tells staff: its queues, and whom a search finds."""

from typing import Any

from django.urls import reverse

from accounts.moderation.queries import (
    late_jobs,
    new_organisations,
    organisations_like,
    people_like,
    unsent_notices,
)
from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.staff.entries import register_subject
from marketplace.core.staff.registry import (
    FOUND,
    Finding,
    Findings,
    Queue,
    queue_of,
    register_queue,
    register_search,
)


@register_queue(order=60)
def late_promises() -> Queue:
    return queue_of(
        late_jobs(),
        since="created_at",
        title="Jobs that are late",
        about="Promised and not done. The sweeper sends them again; look at their last error.",
        url=reverse("admin:core_outboxmessage_changelist") + "?state=waiting",
        empty="Every job was done in time.",
    )


@register_queue(order=70)
def late_emails() -> Queue:
    return queue_of(
        unsent_notices(),
        since="created_at",
        title="Notices that were not emailed",
        about="The sending began and did not end: the mail server may be away.",
        url=reverse("admin:accounts_notification_changelist") + "?emailed_at__isnull=True",
        empty="Every notice that wanted an email got one.",
    )


@register_queue(order=90)
def organisations_of_the_week() -> Queue:
    return queue_of(
        new_organisations(),
        since="created_at",
        title="New organisations",
        about="Created in the last 7 days.",
        url=reverse("accounts:staff_new_organisations"),
        empty="No organisation was created in the last 7 days.",
        is_news=True,
    )


@register_search(order=10)
def found_people(words: str) -> Findings:
    rows = [
        Finding(str(user), user.email, reverse("accounts:staff_person", args=[user.public_id]))
        for user in people_like(words)[:FOUND]
    ]
    return Findings("People", rows)


@register_search(order=20)
def found_organisations(words: str) -> Findings:
    rows = [
        Finding(row.name, row.country_name, organisation_url(row))
        for row in organisations_like(words)[:FOUND]
    ]
    return Findings("Organisations", rows)


def organisation_url(organisation: Any) -> str:
    return reverse("accounts:staff_organisation", args=[organisation.public_id])


def _url_of_owner(profile: FreelancerProfile) -> str:
    return reverse("accounts:staff_person", args=[profile.user.public_id])


register_subject(
    "accounts.user", url=lambda user: reverse("accounts:staff_person", args=[user.public_id])
)
register_subject("accounts.freelancerprofile", url=_url_of_owner, related=("user",))
register_subject("accounts.organisation", url=organisation_url)
