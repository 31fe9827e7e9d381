from django.db import models


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
        return f"{self.get_stream_display()} until {self.seen_until:%Y-%m-%d %H:%M}"
