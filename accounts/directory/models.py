from django.conf import settings
from django.db import models
from django.utils import timezone

from accounts.profiles.models.profiles import FreelancerProfile
from marketplace.core.data.search.models import Entry, KnownWord, beginning


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


class ProfileEntry(Entry):
    """A profile that may be found, as the directory knows it."""

    tellers = ("profile__case_studies",)

    profile = models.OneToOneField(
        FreelancerProfile, on_delete=models.CASCADE, related_name="entry"
    )
    updated_at = models.DateTimeField()
    currency = models.CharField(max_length=3)
    price_order = models.BigIntegerField(help_text="the smallest project, or beyond any")

    class Meta(Entry.Meta):
        indexes = [
            *Entry.Meta.indexes,
            models.Index(fields=["-updated_at", "-profile"], name="profileentry_newest"),
            models.Index(
                fields=["currency", "price_order", "-profile"], name="profileentry_cheapest"
            ),
        ]

    def __str__(self) -> str:
        return str(self.profile)

    @property
    def told(self) -> str:
        profile = self.profile
        studies = ", ".join(study.title for study in profile.case_studies.all())
        sorts = ", ".join([*profile.industry_labels, *profile.specialism_labels])
        return f"{profile.headline}. {studies}. {beginning(profile.story)} {sorts}."


class ProfileWord(KnownWord):
    """A word of a profile that may be found."""
