from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.letters.models import MailedOnce
from marketplace.core.data.identifiers import new_id
from marketplace.core.data.models import Event


class NoticeKind(models.TextChoices):
    """What a notice is about: the unit of a person's preferences."""

    ACCOUNT = "account", "Account and organisation"
    BRIEFS = "briefs", "Briefs"
    PROPOSALS = "proposals", "Proposals"
    CONTRACTS = "contracts", "Contracts"
    MILESTONES = "milestones", "Milestones"
    MONEY = "money", "Money"

    @property
    def is_always_emailed(self) -> bool:
        """What touches a person's account or money reaches them whatever they prefer."""
        return self in (NoticeKind.ACCOUNT, NoticeKind.MONEY)


class Notification(MailedOnce):
    """One notice to one person, shown in the app and, if they wish, emailed."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    event = models.ForeignKey(Event, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=NoticeKind)
    subject = models.CharField(max_length=200)
    body = models.JSONField(help_text="paragraphs, quotations and points; nothing is markup")
    url = models.CharField(max_length=300, help_text="path on this site")
    action = models.CharField(max_length=60, help_text="label of the link")
    is_shown = models.BooleanField(default=True, help_text="in the app, not only by email")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "user", "kind"], name="notification_once")
        ]
        indexes = [
            models.Index(fields=["user", "-id"], name="notification_newest"),
            models.Index(
                fields=["user"],
                name="notification_unread",
                condition=models.Q(read_at=None, is_shown=True),
            ),
            models.Index(
                fields=["created_at"],
                name="notification_unsent",
                condition=models.Q(email_started_at__isnull=False, emailed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.user}"


class NoticePreference(models.Model):
    """How a person wants to hear about one kind; without a row they hear in both ways."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_preferences"
    )
    kind = models.CharField(max_length=16, choices=NoticeKind)
    in_app = models.BooleanField(default=True)
    email = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="notice_preference_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.kind}"
