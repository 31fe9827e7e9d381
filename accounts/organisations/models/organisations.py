from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from accounts.people.places import country_name
from marketplace.core.data.identifiers import new_id
from marketplace.core.web.text_fields import NameField, WordsField


class Organisation(models.Model):
    """A client company: it posts briefs, signs terms and pays."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    name = NameField(max_length=120)
    about = WordsField(blank=True, max_length=2000)
    website = models.URLField(blank=True)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166-1 alpha-2")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="organisations"
    )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("accounts:organisation", args=[self.public_id])

    @property
    def country_name(self) -> str:
        return country_name(self.country)


class Membership(models.Model):
    """A person's role in an organisation."""

    class Role(models.TextChoices):
        OWNER = "owner", "Owner"
        HIRING_MANAGER = "hiring_manager", "Hiring manager"
        FINANCE = "finance", "Finance"
        VIEWER = "viewer", "Viewer"

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="memberships"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=16, choices=Role)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "user"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role} of {self.organisation}"
