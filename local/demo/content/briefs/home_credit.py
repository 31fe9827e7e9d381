"""Rests on Home Credit Default Risk (Kaggle)."""

from local.demo.content.shapes import Brief

BRIEF = Brief(
    key="home-credit",
    organisation="farol",
    state="draft",
    data_set="Home Credit Default Risk (Kaggle)",
    figures=("307,511", "122", "8.1%"),
    title="Small loans for customers without a credit history",
    summary="Draft: a credit model for thin files, rehearsed on the Home Credit competition data.",
    problem="""One applicant in four has no bureau record and is refused. The public Home Credit
        data is the nearest rehearsal that we know: 307,511 applications with 122 columns and
        8.1% defaults, plus six tables of history. The winning entry reached an AUC of 0.806; we
        care about one tenth of that complexity.""",
    why_it_matters="""Refusing good customers is lost business and, for some of them, a door that
        stays closed.""",
    goal_kpi="Approval rate at the present loss",
    goal_baseline="74% approved",
    goal_target="78% approved at the same loss",
    goal_worth="Still to be computed with finance",
    success_metrics="AUC out of time and loss at a fixed approval rate.",
    guardrails="Explainable to the applicant in three sentences.",
    data_sources="Home Credit Default Risk, seven tables; own applications later.",
    data_volume="307,511 applications, 122 columns",
    data_labels="8.1% defaults",
    data_quality="To be described",
    data_location="Public",
    data_access="At once",
    data_sensitivity="financial",
    deployment="Batch",
    stack="Python",
    priority="explainability",
    deliverables="To be agreed with model risk",
    overlap="Four hours with Lisbon",
    specialisms=("supervised",),
    tools=("LightGBM",),
    industry="banking",
    budget=(10000, 16000),
    weeks=10,
)
