from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.utils import timezone

from marketplace.core.data import jobs
from marketplace.core.data.models import IdempotencyRecord, KeptForm, OutboxMessage
from marketplace.core.web import idempotency, kept_forms

KEEP_DONE = timedelta(days=30)


@jobs.job("core.prune", expires=3600)
def prune() -> None:
    """Forget finished jobs, old answers, what was typed long ago, and sessions that are over."""
    now = timezone.now()
    OutboxMessage.objects.filter(done_at__lt=now - KEEP_DONE).delete()
    IdempotencyRecord.objects.filter(created_at__lt=now - idempotency.KEEP).delete()
    KeptForm.objects.filter(kept_at__lt=now - kept_forms.KEEP).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
