from datetime import timedelta

from django.utils import timezone

from marketplace.core import jobs
from marketplace.core.models import OutboxMessage

KEEP_DONE = timedelta(days=30)


@jobs.job("core.sweep_outbox", expires=60)
def sweep_outbox() -> None:
    jobs.sweep()


@jobs.job("core.prune_outbox")
def prune_outbox() -> None:
    OutboxMessage.objects.filter(done_at__lt=timezone.now() - KEEP_DONE).delete()
