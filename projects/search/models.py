from django.db import models

from marketplace.core.data.search.models import Entry, KnownWord, beginning
from projects.briefs.models.briefs import Brief


class BriefEntry(Entry):
    """An open, listed brief as Find work knows it."""

    tellers = ("brief",)

    brief = models.OneToOneField(Brief, on_delete=models.CASCADE, related_name="entry")
    published_at = models.DateTimeField()
    industry = models.CharField(max_length=32)
    engagement_kind = models.CharField(max_length=16)
    currency = models.CharField(max_length=3)
    budget_max = models.BigIntegerField(help_text="minor units")

    class Meta(Entry.Meta):
        indexes = [
            *Entry.Meta.indexes,
            models.Index(fields=["-published_at", "-brief"], name="briefentry_newest"),
            models.Index(
                fields=["industry", "engagement_kind", "currency", "-published_at", "-brief"],
                name="briefentry_narrow",
            ),
        ]

    def __str__(self) -> str:
        return str(self.brief)

    @property
    def told(self) -> str:
        brief = self.brief
        sorts = ", ".join([brief.industry_label, *brief.specialism_labels])
        return f"{brief.title}. {brief.summary} {beginning(brief.problem)} {sorts}."


class BriefWord(KnownWord):
    """A word of an open brief."""
