"""Every component with all its states on one page, for development only."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from marketplace.core.data.models import KeptForm
from marketplace.core.data.money import Money
from marketplace.core.ui.evidence_axis import Measurement
from marketplace.core.web.editing import Difference, Editing
from marketplace.core.web.number_fields import AmountField, price_of
from marketplace.core.web.pages import KeysetPage
from marketplace.core.web.views import Page

KINDS = [("fixed", "Fixed price"), ("hourly", "Hourly"), ("retainer", "Retainer")]
TONES = ["neutral", "accent", "held", "review", "clearing", "paid", "disputed"]
STATES = {
    "brief": ["draft", "open", "paused", "filled", "removed"],
    "milestone": ["planned", "funded", "submitted", "changes_requested", "approved", "released"],
    "week": ["planned", "funded", "submitted", "partly_approved", "released", "refunded"],
    "period": ["planned", "awaiting_funds", "funded", "submitted", "released", "refunded"],
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
    agree = forms.BooleanField(label="I have read these terms and sign them with my name")

    def clean_price(self) -> int | None:
        return price_of(self.cleaned_data["price"], "USD")


def example_forms() -> dict[str, forms.Form]:
    filled = {"title": "Keep prepaid subscribers", "kind": "fixed"}
    wrong = ExampleForm({"wrong-price": "9.000"}, prefix="wrong")
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
    }


def example_week(now: datetime) -> list[dict[str, Any]]:
    """A calendar week with time on some of its days."""
    monday = now.date() - timedelta(days=now.weekday())
    worked = (4 * 3_600, 12_600, 0, 3 * 3_600, 1_800, 0, 0)
    return [
        {"on": monday + timedelta(days=number), "seconds": seconds}
        for number, seconds in enumerate(worked)
    ]


def example_measurements(when: datetime) -> dict[str, Measurement]:
    passed = Measurement(
        value=0.412,
        threshold=0.38,
        naive=0.118,
        interval=(0.391, 0.433),
        rows=6204,
        when=when,
        label_hash="c4109be2aa04b5",
    )
    missed = replace(passed, value=0.352, interval=(0.334, 0.369), label_hash="")
    return {"passed": passed, "missed": missed}


class StyleGuide(Page):
    public = True
    template = "core/style_guide/page.html"

    def context(self) -> dict[str, Any]:
        now = timezone.now()
        earlier = now - timedelta(days=2, hours=3)
        return {
            **example_forms(),
            **example_figures(),
            **example_measurements(earlier),
            "calendar": example_week(now),
            "states": STATES,
            "tones": TONES,
            "now": now,
            "kept_example": KeptForm(path="/style-guide/", kept_at=now - timedelta(minutes=12)),
            "earlier": earlier,
            "long_ago": now - timedelta(days=420),
            "day": date(2026, 11, 3),
            "editing": EDITING,
            "before": BEFORE,
            "after": AFTER,
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
