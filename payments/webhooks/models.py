from django.db import models
from django.utils import timezone

from marketplace.core.data.states import in_state
from marketplace.core.text.moments import moment
from payments.webhooks.states import StripeEventState


class StripeEvent(models.Model):
    """The inbox: a webhook is stored before it is believed, once for each event id."""

    event_id = models.CharField(max_length=255)
    type = models.CharField(max_length=120)
    object_id = models.CharField(max_length=255, blank=True)
    is_thin = models.BooleanField()
    payload = models.JSONField()
    state = models.CharField(
        max_length=16, choices=StripeEventState, default=StripeEventState.RECEIVED, editable=False
    )
    problem = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0, editable=False)
    next_try_at = models.DateTimeField(null=True, blank=True, editable=False)
    alarmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    processed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event_id"], name="stripe_event_once"),
            models.CheckConstraint(
                name="stripe_event_state_known",
                condition=models.Q(state__in=StripeEventState.values),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "id"], name="stripe_event_state"),
            models.Index(
                fields=["-id"],
                name="stripe_event_waiting",
                condition=models.Q(state__in=["received", "parked"]),
            ),
            models.Index(
                fields=["next_try_at"],
                name="stripe_event_due",
                condition=models.Q(state="parked"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.event_id}"

    is_parked = in_state(StripeEventState.PARKED)


class EventCursor(models.Model):
    """Up to where one of the processor's lists of events was read."""

    class Stream(models.TextChoices):
        SNAPSHOT = "snapshot", "Events of our account"
        THIN = "thin", "Events of accounts"

    stream = models.CharField(max_length=16, choices=Stream)
    seen_until = models.DateTimeField(help_text="the processor's time of the newest event seen")
    polled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream"], name="event_cursor_stream")]

    def __str__(self) -> str:
        return f"{self.get_stream_display()} until {moment(self.seen_until)}"
