"""Every component with all its states on one page, for development only."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from marketplace.core.data.models import KeptForm
from marketplace.core.data.money import Money
from marketplace.core.web.editing import Difference, Editing
from marketplace.core.web.number_fields import AmountField, WholeNumberField, price_of
from marketplace.core.web.pages import KeysetPage
from marketplace.core.web.views import Page

KINDS = [("fixed", "Fixed price"), ("hourly", "Hourly"), ("retainer", "Retainer")]
TONES = ["neutral", "accent", "held", "review", "clearing", "paid", "disputed"]
STATES = {
    "brief": ["draft", "open", "paused", "filled", "removed"],
    "milestone": ["planned", "funded", "submitted", "changes_requested", "approved", "released"],
    "payout": ["accrued", "available", "sending", "sent", "failed"],
}
RAIL = [("paid", 240000), ("in_review", 420000), ("held", 300000), ("to_fund", 240000)]
FULL_RAIL = [
    ("paid", 240000), ("sent", 90000), ("available", 150000), ("clearing", 120000),
    ("in_review", 420000), ("held", 300000),
    ("disputed", 80000), ("refunded", 60000), ("processing", 90000), ("to_fund", 240000),
]  # fmt: skip
EARNED = [
    ("Aug", [("paid", 420000)]), ("Sep", []), ("Oct", [("paid", 240000), ("sent", 180000)]),
    ("Nov", [("sent", 90000), ("available", 150000), ("clearing", 386400)]),
]  # fmt: skip
BEFORE = "The model reaches an average precision of at least 0.36 on the sealed rows."
AFTER = "The model reaches an average precision of at least 0.38 on the sealed holdout rows."
EDITING = Editing(
    edit_version="",
    address="#forms",
    is_refused=True,
    differences=[
        Difference("How good does the model have to be?", BEFORE, AFTER, is_taken=False),
        Difference("Length in weeks", "8", "6", is_taken=True),
    ],
)
STORY = """Recharges per week fell **before** every loss we looked at, so I would start there:

- rebuild the labels from the recharge table, not from the CRM
- keep the last eight weeks out of training

> A model that knows the cancellation letter is not a model."""


class ExampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(max_length=120, help_text="What you would tell a colleague.")
    problem = forms.CharField(widget=forms.Textarea, max_length=2000)
    industry = forms.ChoiceField(choices=[("", "Choose one"), ("telecom", "Telecom")])
    price = AmountField(help_text="What is released when both agree that it is done.")
    due_on = forms.DateField(required=False, label="Due on")
    kind = forms.ChoiceField(choices=KINDS, widget=forms.RadioSelect, label="How you work")
    tools = forms.MultipleChoiceField(
        choices=[("lightgbm", "LightGBM"), ("sklearn", "scikit-learn"), ("spark", "Spark")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    predictions = forms.FileField(help_text="CSV or Parquet, at most 25 MB.")
    share = WholeNumberField(min_value=0, max_value=100, label="Share of the freelancer")
    outcome = forms.ChoiceField(
        choices=[("1", "Poor"), ("2", "Fair"), ("3", "Good"), ("4", "Very good"), ("5", "Superb")],
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(label="I have read these terms and sign them with my name")

    def clean_price(self) -> int | None:
        return price_of(self.cleaned_data["price"], "USD")


def example_forms() -> dict[str, forms.Form]:
    filled = {"title": "Keep prepaid subscribers", "share": 65, "outcome": "4", "kind": "fixed"}
    wrong = ExampleForm({"wrong-price": "9.000", "wrong-share": 140}, prefix="wrong")
    wrong.full_clean()
    return {"form": ExampleForm(initial=filled), "wrong": wrong}


def example_figures() -> dict[str, Any]:
    return {
        "rail": RAIL,
        "full_rail": FULL_RAIL,
        "earned": EARNED,
        "price": Money(420000, "USD"),
        "yen": Money(980000, "JPY"),
        "low": Money(900000, "EUR"),
        "high": Money(1400000, "EUR"),
        "interval": (0.391, 0.433),
        "short_interval": (0.334, 0.369),
        "reasons": [(8, "No one is named who can grant access"), (6, "Label quality is unknown")],
    }


class StyleGuide(Page):
    public = True
    template = "core/style_guide/page.html"

    def context(self) -> dict[str, Any]:
        now = timezone.now()
        return {
            **example_forms(),
            **example_figures(),
            "states": STATES,
            "tones": TONES,
            "now": now,
            "kept_example": KeptForm(path="/style-guide/", kept_at=now - timedelta(minutes=12)),
            "earlier": now - timedelta(days=2, hours=3),
            "long_ago": now - timedelta(days=420),
            "day": date(2026, 11, 3),
            "editing": EDITING,
            "before": BEFORE,
            "after": AFTER,
            "story": STORY,
            "long_note": " ".join([STORY] * 6),
            "steps": ["The problem", "Goal", "Data", "Budget", "Publish"],
            "keyset": KeysetPage(items=[], next="W10", is_first=False),
            "churn": [("Jul", "4.6 %"), ("Aug", "4.5 %"), ("Sep", "4.2 %"), ("Oct", "3.9 %")],
            "notices": [
                {"message": "Milestone 2 is approved.", "level_tag": "success"},
                {"message": "The card was declined.", "level_tag": "error"},
            ],
        }


class ErrorExample(Page):
    """An error page as a person meets it."""

    public = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs["status"] not in (403, 404, 500):
            raise Http404
        self.template = f"{kwargs['status']}.html"  # type: ignore[misc]
        return self.show(kwargs["status"])
