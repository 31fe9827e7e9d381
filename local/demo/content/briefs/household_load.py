"""Rests on UCI Individual Household Electric Power Consumption, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="household-load",
    organisation="terrace",
    data_set="UCI Individual Household Electric Power Consumption, CC BY 4.0",
    figures=("2,075,259", "47 months", "1.25%"),
    title="Tomorrow's load of a house with a heat pump, with its uncertainty",
    summary="""Day-ahead quantile forecasts for single households, starting from four years of one
        house near Paris.""",
    problem="""We want to shift heat pumps by some hours in 900 homes. For that we need tomorrow's
        load by quarter of an hour, with quantiles. Single homes are wild: the public UCI record
        of one house in Sceaux has 2,075,259 minutes over 47 months, 1.25% of them missing.

        We know that a point forecast for one house is nearly useless. Show us what quantiles
        can do, and for how many homes together it becomes useful.""",
    why_it_matters="""The grid operator pays for shifted load that we announce the day before, and
        fines what does not arrive.""",
    goal_kpi="Pinball loss against last week's same day",
    goal_baseline="Same day last week",
    goal_target="20% lower for one home, 35% for fifty together",
    goal_worth="70 euros a home and year",
    success_metrics="""Mean pinball loss at nine quantiles, coverage of the 80% interval, by group
        size.""",
    guardrails="Trains on one home's data within a minute. No camera or presence sensors.",
    data_sources="""UCI Individual Household Electric Power Consumption (CC BY 4.0); 900 homes
        since last winter.""",
    data_volume="2,075,259 minutes of one home; own 900 homes × 10 months by quarter of an hour",
    data_labels="Active power and three sub-meters",
    data_quality="""1.25% of rows missing, in runs of days. Own meters drop out when the router
        restarts.""",
    data_location="Azure, West Europe",
    data_access="Three days",
    data_sensitivity="personal",
    data_rules="GDPR: load is personal data; homes as numbers, no addresses.",
    deployment="Nightly, one model per home or one for all",
    stack="Python, Polars",
    residency="European Union",
    deliverables="Forecasts by group size, method, nightly job.",
    overlap="Four hours with Amsterdam",
    specialisms=("forecasting",),
    tools=("LightGBM", "Polars"),
    industry="energy",
    budget=(8000, 13000),
    weeks=9,
    plans=(
        Plan(
            by="sofie.jansen",
            understanding="""One home is noise with habits. The useful product is the curve of
                error against group size, and the answer to how many homes make an announcement
                safe.""",
            approach="""Quantile regression with calendar, temperature and yesterday; a global
                boosted model over homes as the challenger. Groups by adding samples, not
                quantiles.""",
            data_preparation="""Missing runs kept as missing, minutes to quarters only when 12 of
                15 are there; router restarts recognised by their simultaneous end.""",
            validation_plan="""Rolling origin over the last ten weeks, pinball loss and coverage
                for groups of 1, 5, 20, 50, 200.""",
            risks="""Ten months are less than a year: nothing can be said on August. Fines depend
                on the tail, where samples are few.""",
            assumptions="Outside temperature forecast from your supplier.",
            steps=(
                step(
                    "data",
                    "Gaps and groups",
                    2600,
                    26,
                    5,
                    "Tables, note.",
                    "Share of usable quarters for each home",
                ),
                step(
                    "modelling",
                    "Quantiles by group size",
                    5200,
                    53,
                    10,
                    "Method, curve.",
                    "Pinball loss and coverage for five group sizes over ten weeks",
                    "A group's quantiles come from samples, shown by a test",
                ),
                step(
                    "deployment",
                    "Nightly job",
                    2400,
                    24,
                    12,
                    "Job, runbook.",
                    "900 homes in under 20 minutes",
                ),
            ),
        ),
        Plan(
            by="elena.petrova",
            understanding="""Heat pumps follow the weather, cooking follows the people. Split the
                load first and both parts become easier.""",
            approach="""Heat-pump part by temperature and building response, the rest by quantile
                forests; recombined by sampling.""",
            data_preparation="""The three sub-meters of the public house check the split before it
                is used on homes without them.""",
            validation_plan="""Split error on the public house, then pinball loss on yours, ten
                weeks.""",
            risks="Homes with underfloor heating react over a day and need another response.",
            assumptions="Heat pump type is known for most of the 900 homes.",
            steps=(
                step(
                    "data",
                    "Split checked on the public house",
                    2800,
                    37,
                    6,
                    "Method, report.",
                    "Error of the split against sub-meters by month",
                ),
                step(
                    "modelling",
                    "Quantile forecasts",
                    5400,
                    72,
                    11,
                    "Method, report.",
                    "Pinball loss against same day last week, by heating type",
                ),
            ),
        ),
    ),
)
