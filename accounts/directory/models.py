from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.profiles.models.profiles import FreelancerProfile


class SavedFreelancer(models.Model):
    """A profile that somebody keeps for later; only they know of it."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_freelancers"
    )
    profile = models.ForeignKey(FreelancerProfile, on_delete=models.CASCADE, related_name="saves")
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "profile"], name="saved_freelancer_once")
        ]

    def __str__(self) -> str:
        return f"{self.profile.user}, kept by {self.user}"
