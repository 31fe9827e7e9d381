"""Rests on M5 Forecasting – Accuracy (Walmart, Makridakis Open Forecasting Center)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="store-demand",
    organisation="harvest",
    data_set="M5 Forecasting – Accuracy (Walmart, Makridakis Open Forecasting Center)",
    figures=("30,490", "3,049", "1,941", "0.520"),
    title="Forecast 30,490 shelves for 28 days, and let the stores add up",
    summary="""Daily demand for 3,049 products in ten stores, judged on every level from shelf to
        company.""",
    problem="""Our data has the shape of the M5 competition, and we use its public files for this
        brief: 3,049 products in ten stores of three states, 30,490 series over 1,941 days, with
        prices and events. Two thirds of the days on a typical shelf have no sale.

        Planners need 28 days ahead. Their regional plan should be the sum of the shelves and is
        not, today.""",
    why_it_matters="""One point of forecast error is about 160,000 dollars a year in waste and
        empty shelves, by our own estimate of 2024.""",
    goal_kpi="WRMSSE over the twelve levels of M5",
    goal_baseline="0.671, exponential smoothing summed bottom up: the competition's best benchmark",
    goal_target="0.58; the winner reached 0.520",
    goal_worth="160,000 dollars a year for each point of weighted error",
    success_metrics="""WRMSSE on the last 28 days and on four earlier origins. Bias by department
        under 2%.""",
    guardrails="""Retraining within two hours on one machine with 16 cores. No hand-set
        multipliers on the final forecasts.""",
    data_sources="M5 files: sales, calendar with events and SNAP days, weekly prices.",
    data_volume="30,490 series × 1,941 days, 59 million values; 6.8 million price rows",
    data_labels="Unit sales per day; an empty shelf is not told from no demand",
    data_quality="""Products appear and vanish; a product without a price was not on sale.
        Christmas is always zero.""",
    data_location="Public; own data in BigQuery",
    data_access="At once",
    deployment="Nightly batch, tables for the planning tool",
    stack="Python, Polars or Spark, LightGBM",
    phases=("data", "modelling", "deployment", "handover"),
    deliverables="Data report, forecasts for four origins, nightly job, runbook.",
    overlap="Four hours with Chicago",
    specialisms=("forecasting", "supervised"),
    tools=("LightGBM", "Polars", "BigQuery"),
    industry="retail",
    budget=(14000, 22000),
    weeks=12,
    plans=(
        Plan(
            by="mateo.fuentes",
            state="accepted",
            understanding="""30,490 shelves, most days zero, and a regional plan that has to be
                their sum. The winner was a set of simple LightGBM models, not a new idea, and
                its margin over exponential smoothing was 22%. You ask for about half of that,
                which leaves room for a model that one person can run.""",
            approach="""One LightGBM per store with a Tweedie objective, direct for each of four
                weeks, no recursion. Forecasts are made for shelves and summed, so levels agree
                by construction; a trend factor for each store is learnt from the top level, not
                set by hand.""",
            data_preparation="""Cut each series at its first price. Mark runs of zeros that are
                too long to be chance as probable empty shelves and leave them out of training.
                Prices relative to the product's own history, events with a day before and
                after.""",
            validation_plan="""Five origins, 28 days each, the last one opened at the end. WRMSSE
                on all twelve levels and bias by department; seasonal naive and bottom-up
                smoothing recomputed by me as a check of the metric.""",
            risks="""The public test days had a rising trend that some entries caught by luck;
                five origins show whether we do. Zeros that were empty shelves cannot be proven.""",
            assumptions="Prices for the next 28 days are known when forecasting.",
            steps=(
                step(
                    "data",
                    "Data report and benchmarks recomputed",
                    3600,
                    40,
                    2,
                    "Report, metric code, two benchmarks.",
                    """Bottom-up smoothing scores 0.671 ± 0.005 on the public test days with our
                        metric code""",
                    "Share of days marked as probable empty shelves is listed by department",
                ),
                step(
                    "modelling",
                    "Forecasts for five origins",
                    7400,
                    86,
                    6,
                    "Models, forecasts, report by level.",
                    "WRMSSE for five origins and twelve levels",
                    "Shelf forecasts sum to each level to the unit",
                    "Bias by department",
                ),
                step(
                    "deployment",
                    "Nightly job and handover",
                    5200,
                    60,
                    11,
                    "Job, tables, runbook.",
                    "Full retraining under two hours on 16 cores",
                    "A planner reads the tables without asking me",
                ),
            ),
        ),
        Plan(
            by="kwame.mensah",
            state="closed",
            understanding="""The levels that disagree are the problem that people feel; shelf
                error is the problem that you measure. Reconciliation improves both, if the top
                levels are forecast well in their own right.""",
            approach="""Smoothing and regression at the upper levels, Poisson-gamma for sparse
                shelves, and trace minimisation to reconcile. No boosting in the first version.""",
            data_preparation="""Start dates from prices, calendar effects estimated at state level
                where they are visible, moved down by share.""",
            validation_plan="""Five origins, twelve levels, gains from reconciliation reported
                apart from the rest.""",
            risks="""At shelf level a boosted model may be two points better. I would show it as
                an option.""",
            assumptions="Planners agree which level wins when time is short.",
            steps=(
                step(
                    "data",
                    "Calendar and start dates",
                    3200,
                    44,
                    3,
                    "Report and code.",
                    "Calendar effects with intervals for each state",
                ),
                step(
                    "modelling",
                    "Reconciled forecasts",
                    7600,
                    104,
                    9,
                    "Forecasts, report.",
                    "WRMSSE before and after reconciliation for five origins",
                ),
                step(
                    "handover",
                    "Workshop with planners",
                    2600,
                    34,
                    11,
                    "Workshop, runbook.",
                    "Planners reproduce one override and see it in the sums",
                ),
            ),
        ),
    ),
)
