"""Rests on ASHRAE Great Energy Predictor III (Building Data Genome 2)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="building-meters",
    organisation="terrace",
    data_set="ASHRAE Great Energy Predictor III (Building Data Genome 2)",
    figures=("20,216,100", "1,449", "1.231"),
    title="What would this building have used without our advice?",
    summary="""Counterfactual energy use for hourly meters, frozen before the works and fair to
        both sides.""",
    problem="""We are paid by savings, so the forecast of what would have been used is our
        invoice. The ASHRAE competition is the public version: 20,216,100 hourly readings in one
        year of 1,449 buildings at 16 sites, with weather, for electricity, chilled water, steam
        and hot water. The winning entry had an RMSLE of 1.231 on the hidden years.

        For an invoice, error is one thing and bias is the other. We need a bias close to zero,
        by building.""",
    why_it_matters="""Two customers dispute invoices of together 310,000 euros, and both sides
        have a consultant.""",
    goal_kpi="Buildings with under 2% bias over a withheld year",
    goal_baseline="46% of buildings with degree-day regression",
    goal_target="80% of the buildings that pass the data check",
    goal_worth="310,000 euros in dispute now",
    success_metrics="""Share of buildings with bias under 2% over a year; CV(RMSE) hourly as
        ASHRAE Guideline 14 defines it; RMSLE for comparison.""",
    guardrails="""The baseline is frozen with a hash before works begin. A building engineer can
        follow the calculation.""",
    data_sources="ASHRAE Great Energy Predictor III; 214 own buildings since 2021.",
    data_volume="20,216,100 rows for training, 1,449 buildings, 2,380 meters, 16 sites",
    data_labels="Hourly readings",
    data_quality="""Long runs of zeros, one site in another unit, time stamps in local time.
        Cleaning was most of the competition.""",
    data_location="Azure, West Europe",
    data_access="Saskia Bakker, three days",
    deployment="Yearly batch, frozen files",
    stack="Python, DuckDB, LightGBM or statsmodels",
    residency="European Union",
    priority="explainability",
    phases=("data", "modelling", "handover"),
    deliverables="Data check, baseline method, freezing procedure, annex for contracts.",
    overlap="Full day, Amsterdam time",
    specialisms=("forecasting", "analytics"),
    tools=("DuckDB", "LightGBM", "statsmodels"),
    industry="energy",
    budget=(12000, 18000),
    weeks=11,
    plans=(
        Plan(
            by="elena.petrova",
            state="accepted",
            understanding="""An invoice made of a forecast. Bias by building over a year, not
                RMSLE, decides whether both sides sign; and a third of the buildings in any
                portfolio should not be billed this way at all, so the data check has to say no.""",
            approach="""Change-point regression per building and meter, then one boosted model of
                the residual over all buildings, with hour and holiday only. The calculation
                stays readable; the correction is small and frozen by hash.""",
            data_preparation="""Zero runs, the site in another unit, local time and daylight
                saving; a traffic light for each meter with written rules. Weather stations with
                gaps filled from neighbours, counted.""",
            validation_plan="""Half a year trains, the other half tests, then the reverse, and on
                your 214 buildings a full withheld year. Bias with an interval by building,
                CV(RMSE) against the limits of Guideline 14.""",
            risks="""The public year is one year only, so yearly bias can be shown on own
                buildings alone. Occupancy changes are no savings and look like them.""",
            assumptions="Dates of works and of changes in occupancy for the 214 buildings.",
            steps=(
                step(
                    "data",
                    "Traffic light for every meter",
                    3600,
                    48,
                    2,
                    "Rules, clean tables, list.",
                    "Each of 2,380 public meters is green, amber or red by a written rule",
                    "Number of rows changed by each rule is listed",
                ),
                step(
                    "modelling",
                    "Baseline with bias by building",
                    7200,
                    96,
                    6,
                    "Method, report.",
                    "Share of green buildings with bias under 2% over the withheld year",
                    "CV(RMSE) by building beside degree-day regression",
                    "A building engineer recomputes one building by hand",
                ),
                step(
                    "handover",
                    "Freezing and contract annex",
                    3400,
                    46,
                    10,
                    "Procedure, annex, session.",
                    "A frozen baseline is repeated from its hash six weeks later",
                ),
            ),
        ),
        Plan(
            by="sofie.jansen",
            state="closed",
            understanding="""Half of this is a data check, and it may end with fewer invoices. I
                would rather tell you in week three.""",
            approach="""DuckDB pipeline with 30 checks, degree-day regression with hour types, and
                uncertainty from block bootstrap so that an invoice carries an interval.""",
            data_preparation="""All checks as SQL with a count and an example; disputed buildings
                first.""",
            validation_plan="Withheld year on own buildings, bias and interval coverage.",
            risks="A plain regression may leave more buildings over 2% than a boosted correction.",
            assumptions="The two disputed customers agree to the check.",
            steps=(
                step(
                    "data",
                    "Thirty checks",
                    4400,
                    45,
                    4,
                    "Pipeline, list.",
                    "Each check has a count and one example",
                ),
                step(
                    "modelling",
                    "Regression with intervals",
                    6100,
                    62,
                    8,
                    "Method, report.",
                    "90% intervals cover 85 to 95% of yearly sums",
                ),
                step(
                    "handover", "Annex", 2200, 22, 10, "Annex.", "Both consultants have commented"
                ),
            ),
        ),
    ),
)
