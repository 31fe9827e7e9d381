"""Rests on Electricity (Elec2) of the New South Wales market, public on OpenML."""

from local.demo.content.shapes import Brief, Months, Plan

BRIEF = Brief(
    key="price-direction",
    organisation="terrace",
    data_set="Electricity (Elec2), New South Wales, OpenML 151",
    figures=("45,312", "19,237", "42.5%"),
    title="Watch over the model that says whether the next half hour costs more",
    summary="""A classifier that is in use, on data that are known to drift: somebody who looks at
        it each month, keeps it running, and says when it has to be trained again.""",
    problem="""Our batteries buy and sell by a model that says whether the price of the next half
        hour lies above the mean of the last day. It was built on the public series of New South
        Wales: 45,312 half hours from May 1996 to December 1998, 19,237 of them UP (42.5%). Who
        built it has left us.

        The series is the textbook case of drift: in May 1997 the market was joined with its
        neighbour, and prices behaved differently from one week to the next. Ours do so as well,
        and nobody here would notice before the invoice.""",
    why_it_matters="""A wrong direction costs us about 0.9 euros for each megawatt hour that is
        moved. A month of a stale model costs more than a year of somebody who looks.""",
    goal_kpi="Accuracy of the direction, by month",
    goal_baseline="0.74 over the last quarter; repeating the last half hour gives 0.85 on Elec2",
    goal_target="Never under repeating the last half hour for a whole week unnoticed",
    goal_worth="About 2,100 euros a month of wrong trades",
    success_metrics="""Accuracy against repeating the last half hour, by week, with an interval;
        each month one signed choice whether the model is kept, trained again, rolled back or
        retired.""",
    guardrails="No retrained model goes live without a week beside the old one.",
    data_sources="Our trades and prices by half hour; Elec2 as the reference.",
    data_volume="45,312 public rows, 8 columns; our own 17,520 half hours a year",
    data_labels="Known half an hour later, for every row",
    data_quality="Transfer between the states is constant before May 1997; demand is scaled.",
    data_location="Our PostgreSQL in Amsterdam",
    data_access="Read access on the day of signing",
    deployment="A job each half hour on our own server; it exists",
    stack="Python 3.12, scikit-learn, PostgreSQL, Grafana",
    residency="European Union",
    phases=("deployment", "handover"),
    deliverables="A report each month, a model that runs, answers to incidents.",
    overlap="Two hours between 09:00 and 17:00 in Amsterdam",
    check_ins="weekly",
    specialisms=("forecasting", "mlops"),
    tools=("scikit-learn", "PostgreSQL"),
    industry="energy",
    engagement_kind="retainer",
    budget=(1500, 3000),
    weeks=26,
    plans=(
        Plan(
            by="elena.petrova",
            state="accepted",
            understanding="""You do not need another model, you need somebody who knows on Monday
                that the one you have became worse on Thursday. On Elec2 repeating the last half
                hour already gives about 0.85, so that is the line under which nothing may run
                for long.""",
            approach="""One page of weekly figures beside the naive line, population drift of the
                four inputs with limits that fit the sample size, and a trained candidate that
                runs beside the one in use all the time, so that a change is a switch.""",
            data_preparation="""First month: I join trades, prices and predictions by half hour,
                and find what was predicted late. Labels come by themselves after 30 minutes, so
                performance is measured and drift only explains it.""",
            validation_plan="""Prequential: each half hour is tested before it is trained on, never
                shuffled. A candidate is compared on the same weeks, with a block bootstrap by
                day.""",
            risks="""A change of the market, as in May 1997, makes all history useless for weeks.
                Then rolling back to the naive rule is the right choice, and I will sign it.""",
            assumptions="Read access to trades, and somebody who answers within a day.",
            months=Months(fee=2200, hours=18),
        ),
    ),
)
