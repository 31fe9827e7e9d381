from django.conf import settings
from django.db import models
from django.utils import timezone

from marketplace.core.data.identifiers import new_id
from projects.briefs.models.briefs import Brief


class BriefInvitation(models.Model):
    """A client asks one freelancer to propose for a brief: once for each of them."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="invitations")
    freelancer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="brief_invitations"
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(max_length=1000, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["brief", "freelancer"], name="brief_invitation_once")
        ]

    def __str__(self) -> str:
        return f"{self.freelancer} to “{self.brief}”"

    def get_absolute_url(self) -> str:
        return self.brief.get_absolute_url()
