"""What happens to briefs on the schedule: the beat finds what is due, one job for each does it."""

from django.db import transaction

from marketplace.core.data.jobs import enqueue, job
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.deadlines import AT_ONCE, briefs_to_expire, briefs_to_warn
from projects.briefs.services.activity import expire_brief, warn_idle_brief


@job("projects.warn_idle_briefs")
@transaction.atomic
def warn_idle_briefs() -> None:
    for pk in briefs_to_warn().values_list("pk", flat=True)[:AT_ONCE]:
        enqueue("projects.warn_idle_brief", brief_id=pk)


@job("projects.warn_idle_brief")
def warn_one_brief(brief_id: int) -> None:
    warn_idle_brief(brief=Brief.objects.get(pk=brief_id))


@job("projects.expire_briefs")
@transaction.atomic
def expire_briefs() -> None:
    for pk in briefs_to_expire().values_list("pk", flat=True)[:AT_ONCE]:
        enqueue("projects.expire_brief", brief_id=pk)


@job("projects.expire_brief")
def expire_one_brief(brief_id: int) -> None:
    expire_brief(brief=Brief.objects.get(pk=brief_id))
