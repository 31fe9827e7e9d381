"""Rests on UCI Wine Quality, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="wine-quality",
    organisation="harvest",
    state="closed",
    data_set="UCI Wine Quality, CC BY 4.0",
    figures=("4,898", "1,599", "62.4%"),
    title="Which laboratory values go with the wines our buyers like",
    summary="""Closed: eleven measurements against tasters' grades for vinho verde, to brief our
        buyers.""",
    problem="""Our buyers taste 40 wines a week. Cortez and others published 4,898 white and 1,599
        red vinho verde samples with eleven laboratory values and a grade from 0 to 10; their
        best model put 62.4% of the reds within half a grade. We wanted to know whether such a
        model could pick what to taste first. The buyers decided to keep tasting everything.""",
    why_it_matters="Tasting is the bottleneck before Christmas.",
    goal_kpi="Good wines (grade 7 and up) in the first half of the list",
    goal_baseline="50%",
    goal_target="75%",
    goal_worth="Two days a week of a buyer in autumn",
    success_metrics="Share of grade 7 and up in the first half.",
    guardrails="The model never rejects a wine.",
    data_sources="UCI Wine Quality (CC BY 4.0).",
    data_volume="6,497 rows, 11 measurements",
    data_labels="Median grade of at least three tasters; few below 4 or above 8",
    data_quality="About one row in six is a duplicate.",
    data_location="Public",
    data_access="At once",
    deployment="Spreadsheet",
    stack="Anything",
    priority="explainability",
    deliverables="Report of four pages and a ranked list.",
    overlap="None needed",
    specialisms=("supervised", "analytics"),
    tools=("R", "scikit-learn"),
    industry="retail",
    budget=(1500, 3000),
    weeks=3,
    plans=(
        Plan(
            by="linh.pham",
            state="closed",
            understanding="""An order for tasting, no verdict. Eleven values explain a third of
                the grade at best, and that is enough to taste the better half first.""",
            approach="""Ordinal regression, reds and whites apart, four pages with the five values
                that matter.""",
            data_preparation="""Duplicates removed before splitting, otherwise the same wine is on
                both sides.""",
            validation_plan="Ten folds by unique wine, share of good wines in the first half.",
            risks="Only one region's wine; nothing will carry over to your Riesling.",
            assumptions="A buyer reads the draft.",
            steps=(
                step(
                    "data",
                    "Duplicates and split",
                    600,
                    12,
                    3,
                    "Clean table.",
                    "Number of duplicates by colour is stated",
                ),
                step(
                    "modelling",
                    "Ranked list and report",
                    1700,
                    30,
                    5,
                    "Four pages, list.",
                    "Share of grade 7 and up in the first half, with interval",
                ),
            ),
        ),
    ),
)
