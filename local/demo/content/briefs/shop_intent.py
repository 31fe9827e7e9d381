"""Rests on UCI Online Shoppers Purchasing Intention, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="shop-intent",
    organisation="harvest",
    data_set="UCI Online Shoppers Purchasing Intention, CC BY 4.0",
    figures=("12,330", "15.5%", "1,908"),
    title="Know in the second minute whether a visitor will order",
    summary="Purchase intent from page statistics of 12,330 sessions, ready for a coupon test.",
    problem="""The delivery site shows a banner with free delivery to everybody. Most orders would
        have come anyway. The public UCI set has 12,330 sessions, 1,908 of them with an order
        (15.5%), and 17 columns of page counts, durations and exit rates much like ours.

        PageValues is by far the strongest column. It is computed by the analytics tool from
        later purchases, so please treat it with suspicion.""",
    why_it_matters="""Free delivery costs us 4.95 dollars an order. We gave it away 61,000 times
        last year.""",
    goal_kpi="Average precision in the second minute, without PageValues",
    goal_baseline="0.155, the share of sessions with an order",
    goal_target="0.40 without PageValues",
    goal_worth="100,000 dollars a year if a third of the banners can be saved",
    success_metrics="Average precision and calibration, with and without PageValues.",
    guardrails="""No cookies beyond the session. Model under 1 MB in the browser or 20 ms at the
        edge.""",
    data_sources="""UCI Online Shoppers Purchasing Intention (CC BY 4.0), one year, each session
        of another user.""",
    data_volume="12,330 rows, 18 columns",
    data_labels="Revenue yes/no, 15.5% yes",
    data_quality="Months are unevenly covered, January and April are missing.",
    data_location="Public; own events in BigQuery",
    data_access="At once",
    deployment="Edge function or browser",
    stack="Python for training; JavaScript or WebAssembly to serve",
    priority="speed",
    deliverables="Leakage verdict on PageValues, model, design of the coupon test.",
    overlap="Two hours with Chicago",
    specialisms=("supervised", "analytics"),
    tools=("scikit-learn",),
    industry="retail",
    budget=(2500, 4500),
    weeks=4,
    plans=(
        Plan(
            by="zeynep.aydin",
            understanding="""Intent is half of the question; the other half is whom free delivery
                changes. With 1,908 orders the first half can be answered honestly in two weeks,
                and the test for the second can be designed.""",
            approach="""Logistic regression and a small boosted model, both under 100 kB, with and
                without PageValues. Months as groups, so that November does not teach March.""",
            data_preparation="""Trace how PageValues is made; keep bounce and exit rates only if
                they are known in minute two. Durations in logs and capped.""",
            validation_plan="""Leave-one-month-out over the ten months, average precision and
                calibration per month.""",
            risks="""Page statistics are for whole sessions, while you want minute two. On the
                public set that cannot be repaired; on your events it can.""",
            assumptions="A sample of own events with time stamps by week two.",
            steps=(
                step(
                    "data",
                    "Verdict on PageValues",
                    900,
                    14,
                    4,
                    "Note with the verdict, clean table.",
                    "Average precision with and without PageValues, by month",
                ),
                step(
                    "modelling",
                    "Small model and test design",
                    2200,
                    34,
                    7,
                    "Model file, report, test protocol.",
                    "Average precision leave-one-month-out",
                    "Sample size of the coupon test for an effect of one point",
                ),
            ),
        ),
        Plan(
            by="tariq.aziz",
            understanding="""You are choosing between a banner and no banner: a two-armed bandit
                with context, once intent is known. First the offline part on 12,330 sessions,
                then a logging policy.""",
            approach="""Plain boosted model for intent; a logging policy that shows the banner at
                random in 20% of sessions; policy value by doubly robust estimation after four
                weeks.""",
            data_preparation="""Columns split by when they are known; PageValues out from the
                start, with one run that shows what it would have claimed.""",
            validation_plan="""By month, average precision; then simulated policies on the logged
                fifth.""",
            risks="Four weeks of logging at your traffic can see two points, not half a point.",
            assumptions="20% of sessions may be randomised for four weeks.",
            steps=(
                step(
                    "data",
                    "Columns by time known",
                    800,
                    14,
                    4,
                    "Table of columns, clean data.",
                    "Each column has a time at which it is known",
                ),
                step(
                    "modelling",
                    "Intent and logging policy",
                    2900,
                    50,
                    8,
                    "Model, logging code, estimator.",
                    "Average precision by month",
                    "Estimator returns zero gain for a random policy within its interval",
                ),
            ),
        ),
    ),
)
