"""Rests on California Housing (1990 census, StatLib)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="house-values",
    organisation="portwell",
    data_set="California Housing (1990 census, StatLib)",
    figures=("20,640", "965", "1990"),
    title="Explain a property valuation to its owner, and find unfair streets",
    summary="""Valuation with reasons and an audit by neighbourhood, shown first on California
        Housing.""",
    problem="""Owners appeal against one valuation in nine. Before touching our roll, we want the
        method and the audit on a public set: California Housing, 20,640 block groups of the
        1990 census with eight variables. 965 of them sit exactly at the cap of 500,001 dollars,
        which we would like to see handled, not ignored.""",
    why_it_matters="""Appeals cost 2.4 million dollars a year, and cheap houses seem to be valued
        too high.""",
    goal_kpi="Price-related differential, as assessors define it",
    goal_baseline="1.09 on our roll; 0.98 to 1.03 is considered fair",
    goal_target="A method that stays within 0.98 and 1.03 on the public set",
    goal_worth="One appeal costs 410 dollars",
    success_metrics="""Coefficient of dispersion, price-related differential, and error by
        neighbourhood, on withheld areas.""",
    guardrails="Location only as named neighbourhoods. Reasons in plain words.",
    data_sources="""California Housing, as shipped with scikit-learn; own roll of 188,000
        properties later.""",
    data_volume="20,640 rows, 8 variables",
    data_labels="Median house value, capped at 500,001 dollars",
    data_quality="""965 rows at the cap; some block groups with absurd numbers of rooms (holiday
        homes).""",
    data_location="Public",
    data_access="At once",
    deployment="Report and code",
    stack="Python or R, open-source",
    priority="explainability",
    deliverables="Method, audit, report for the council.",
    overlap="Two hours with Eastern time",
    specialisms=("supervised", "analytics"),
    tools=("scikit-learn",),
    industry="real_estate",
    budget=(4000, 7000),
    weeks=6,
    plans=(
        Plan(
            by="gabriela.ionescu",
            understanding="""An audit with a model inside. Regressive valuation (cheap houses too
                high) is what any model does that shrinks towards the mean, so the differential
                has to be designed for.""",
            approach="""Additive model with a log outcome and censoring at the cap; boosting as
                upper mark; correction of the differential shown with its price in error.""",
            data_preparation="""Cap as censored, holiday homes flagged by rooms per household,
                neighbourhoods by clustering.""",
            validation_plan="""Areas held out; dispersion and differential with intervals; figures
                with and without the 965.""",
            risks="""The differential is itself biased by noise in prices; I report a second
                measure (PRB) with it.""",
            assumptions="One assessor reads the draft.",
            steps=(
                step(
                    "data",
                    "Cap and holiday homes",
                    1500,
                    19,
                    4,
                    "Note, table.",
                    "Figures with and without the 965 capped rows",
                ),
                step(
                    "modelling",
                    "Method and audit",
                    3400,
                    44,
                    8,
                    "Method, audit.",
                    "Dispersion, differential and PRB on held-out areas with intervals",
                ),
                step(
                    "handover",
                    "Report for the council",
                    900,
                    12,
                    9,
                    "Four pages.",
                    "Two council members have read it and asked their questions",
                ),
            ),
        ),
        Plan(
            by="anton.kravets",
            understanding="""Values of places, and reasons for owners. Errors by neighbourhood are
                the fairness question.""",
            approach="""CatBoost with monotone constraints, reasons by comparable block groups in
                place of coefficients.""",
            data_preparation="""Cap excluded from training, predicted and reported apart; ratios
                cleaned.""",
            validation_plan="Held-out areas, dispersion, differential, error by neighbourhood.",
            risks="Comparables are easy to explain and easy to argue with.",
            assumptions="Comparables may be shown to owners.",
            steps=(
                step(
                    "data", "Table and areas", 1200, 15, 4, "Table.", "Capped rows are listed apart"
                ),
                step(
                    "modelling",
                    "Values with comparables",
                    3300,
                    40,
                    8,
                    "Model, report.",
                    "Differential on held-out areas",
                    "Three comparables for each of 100 block groups",
                ),
            ),
        ),
    ),
)
