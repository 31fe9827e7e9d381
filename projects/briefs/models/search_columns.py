"""What a search reads of a brief: columns that Postgres itself keeps up to date."""

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat, Lower


class Words(Func):
    """An array as words: `array_to_string`, declared immutable by our first migration."""

    function = "brief_words"
    output_field = TextField()


VECTOR = (
    SearchVector("title", weight="A", config="english")
    + SearchVector(
        "summary",
        "goal_kpi",
        Words(F("specialisms")),
        Words(F("tools")),
        weight="B",
        config="english",
    )
    + SearchVector("problem", "why_it_matters", "industry", weight="C", config="english")
    + SearchVector(
        "success_metrics",
        "data_sources",
        "deliverables",
        "stack",
        "deployment",
        weight="D",
        config="english",
    )
)

TEXT = Lower(
    Concat(
        F("title"),
        Value(" "),
        F("summary"),
        Value(" "),
        F("goal_kpi"),
        Value(" "),
        Words(F("specialisms")),
        Value(" "),
        Words(F("tools")),
        output_field=TextField(),
    )
)
