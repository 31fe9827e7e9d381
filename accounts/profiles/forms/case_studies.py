from django import forms
from django.utils import timezone

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.taxonomy import Industry, Specialism
from marketplace.core.web.number_fields import WholeNumberField


class CaseStudyForm(forms.ModelForm):
    """Every part that a reader needs to believe the claim; what failed belongs to it."""

    industry = forms.ChoiceField(choices=[("", "Choose an industry"), *Industry.choices])
    specialisms = forms.MultipleChoiceField(
        choices=Specialism.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    finished_in = WholeNumberField(label="Finished in", min_value=1980)
    link = forms.URLField(
        required=False,
        assume_scheme="https",
        help_text="A repository, a paper, a talk, a public page. It raises the grade to “linked”.",
    )

    def clean_finished_in(self) -> int:
        year: int = self.cleaned_data["finished_in"]
        if year > timezone.localdate().year:
            raise forms.ValidationError("That year is yet to come.")
        return year

    class Meta:
        model = CaseStudy
        fields = [
            "title",
            "industry",
            "finished_in",
            "specialisms",
            "problem",
            "data",
            "baseline",
            "approach",
            "metric",
            "business_impact",
            "trade_offs",
            "what_did_not_work",
            "link",
        ]
        labels = {"trade_offs": "Trade-offs", "business_impact": "Impact on the business"}
        help_texts = {
            "title": "The problem and for whom: “Churn model for a regional telecom operator”.",
            "problem": "What was decided badly, or by hand, and what that cost.",
            "data": "Rows, columns, where from, how labelled, how balanced.",
            "baseline": "What the simplest thing scored: the old rule, the mean, always “no”.",
            "approach": "What you built and how you validated it.",
            "metric": "Which metric, its value on data the model never saw, and the interval.",
            "business_impact": "What changed for the people who used it.",
            "trade_offs": "What you gave up, and why that was right.",
            "what_did_not_work": "Clients read this first. Say what you tried and dropped.",
        }
