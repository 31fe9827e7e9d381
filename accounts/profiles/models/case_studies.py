from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.taxonomy import EvidenceGrade, Industry, Specialism
from marketplace.core.data.identifiers import new_id
from marketplace.core.web.text_fields import LineField, WordsField


class CaseStudy(models.Model):
    """One piece of past work, told as evidence: what was known, done, measured, and not solved."""

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    profile = models.ForeignKey(
        FreelancerProfile, on_delete=models.CASCADE, related_name="case_studies"
    )
    title = LineField(max_length=140)
    industry = models.CharField(max_length=32, choices=Industry, blank=True)
    specialisms = ArrayField(
        models.CharField(max_length=32, choices=Specialism), default=list, blank=True
    )
    finished_in = models.PositiveSmallIntegerField(null=True, blank=True, help_text="calendar year")
    problem = WordsField(max_length=2000)
    data = WordsField(max_length=2000)
    baseline = WordsField(max_length=1000)
    approach = WordsField(max_length=3000)
    metric = WordsField(max_length=1000)
    business_impact = WordsField(max_length=2000, blank=True)
    trade_offs = WordsField(max_length=2000, blank=True)
    what_did_not_work = WordsField(max_length=2000)
    link = models.URLField(blank=True)
    grade = models.CharField(
        max_length=16, choices=EvidenceGrade, default=EvidenceGrade.SELF_STATED, editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-finished_in", "-id"]
        verbose_name_plural = "case studies"

    def __str__(self) -> str:
        return self.title
