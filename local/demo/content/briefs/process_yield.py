"""Rests on UCI SECOM, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="process-yield",
    organisation="kestrel",
    data_set="UCI SECOM, CC BY 4.0",
    figures=("1,567", "104", "6.6%"),
    title="590 sensors, 104 failures: which readings are worth watching",
    summary="Yield analysis on SECOM-like data; an honest “we cannot tell” is an accepted result.",
    problem="""Our coating line writes hundreds of readings per batch and one batch in fifteen
        fails the final test. The public SECOM data has the same disease: 1,567 batches, 590
        readings, 104 failures (6.6%), many readings constant or missing.

        Two consultants gave us two lists of “important” sensors, without one in common.""",
    why_it_matters="""A failed batch costs 4,800 euros; a false suspicion costs a day of a process
        engineer.""",
    goal_kpi="Failures caught when 20% of batches are inspected",
    goal_baseline="20%",
    goal_target="40% on later batches, with a list of readings that is stable",
    goal_worth="90,000 euros a year",
    success_metrics="""Failures caught at 20% inspected on the last third by time; stability of
        the selected readings over resamples.""",
    guardrails="Readings that are selected in under 70% of resamples are not reported as findings.",
    data_sources="SECOM (UCI, CC BY 4.0), with time stamps; our own 2,100 batches afterwards.",
    data_volume="1,567 rows, 590 readings; own 2,100 rows, 412 readings",
    data_labels="Pass or fail, 6.6% fail",
    data_quality="""About 4.5% of values missing, over 100 readings constant. Time stamps are from
        three months of 2008.""",
    data_location="Public; own in Heilbronn",
    data_access="At once; own after a week",
    deployment="Report and a script, no service",
    stack="Python or R",
    residency="Germany",
    priority="explainability",
    deliverables="Report, stable list, script for our 2,100 batches.",
    overlap="Mornings, German time",
    specialisms=("supervised", "unsupervised", "analytics"),
    tools=("scikit-learn", "R"),
    industry="manufacturing",
    budget=(6000, 9500),
    weeks=6,
    plans=(
        Plan(
            by="mei.ling.tan",
            state="accepted",
            understanding="""104 failures against 590 readings: two lists without overlap is what
                one must expect from noise. You need the stability first and the prediction
                second, and permission to hear “nothing there”.""",
            approach="""Stability selection with a penalised logistic model, false discoveries
                controlled, and a permutation run that shows what the same procedure finds in
                shuffled labels. Principal components for drift over the three months.""",
            data_preparation="""Constant readings out, duplicates of one physical sensor grouped,
                missing as information where a reading is off on purpose; time kept for the
                split.""",
            validation_plan="""First two thirds by time to select and fit, last third opened once.
                Failures caught at 20% with an exact interval: with about 30 failures in the
                last third it is ±17 points, and the report leads with that.""",
            risks="""The last third may contain too few failures for a verdict. On such data I
                have seen AUCs between 0.6 and 0.7, rarely more.""",
            assumptions="A process engineer names sensor groups for the 2,100 own batches.",
            steps=(
                step(
                    "data",
                    "Readings grouped, drift shown",
                    2200,
                    21,
                    3,
                    "Clean table, groups, drift report.",
                    "Every removed reading is listed with its reason",
                    "Permutation run's procedure is fixed in writing before selection",
                ),
                step(
                    "modelling",
                    "Stable list and honest test",
                    3600,
                    34,
                    6,
                    "List, model, report.",
                    "Selection frequency over 500 resamples for each listed reading",
                    "Failures caught at 20% on the last third with an exact interval",
                    "Number of findings under shuffled labels is reported",
                ),
                step(
                    "handover",
                    "Repeat on 2,100 own batches",
                    2300,
                    22,
                    8,
                    "Script, session.",
                    "Your engineer runs the script alone",
                ),
            ),
        ),
        Plan(
            by="chiara.fontana",
            state="closed",
            understanding="""High dimension, few failures, and a wish for names. I would look from
                the other side: how unusual is a batch among good ones, and which group of
                readings makes it so.""",
            approach="""One-class model on good batches by sensor group, scores combined by a
                small logistic model; group-wise explanation instead of single sensors.""",
            data_preparation="Groups by correlation, missing patterns as a group of its own.",
            validation_plan="""Time split, failures caught at 20%, stability of groups over
                bootstraps.""",
            risks="Groups are less precise than names; engineers may want the sensor.",
            assumptions="Own line has a plan of its sensors.",
            steps=(
                step(
                    "data",
                    "Groups and patterns",
                    2000,
                    24,
                    4,
                    "Groups, note.",
                    "Each reading is in one group",
                ),
                step(
                    "modelling",
                    "One-class scores",
                    4400,
                    52,
                    8,
                    "Model, report.",
                    "Failures caught at 20% on the last third",
                    "Group stability over 200 bootstraps",
                ),
            ),
        ),
    ),
)
