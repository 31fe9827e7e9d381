from django.conf import settings
from django.db import models

from marketplace.core.identifiers import new_id


class FreelancerProfile(models.Model):
    """What a freelancer shows to clients."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="freelancer_profile"
    )
    headline = models.CharField(max_length=120)
    story = models.TextField(max_length=4000, blank=True)

    def __str__(self) -> str:
        return f"{self.user}: {self.headline}"
