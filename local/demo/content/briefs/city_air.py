"""Rests on UCI Beijing Multi-Site Air Quality, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="city-air",
    organisation="portwell",
    state="paused",
    data_set="UCI Beijing Multi-Site Air Quality, CC BY 4.0",
    figures=("420,768", "12"),
    title="Warn schools of bad air a day ahead",
    summary="""Paused until our stations report: next-day particulate forecasts, rehearsed on
        Beijing's twelve stations.""",
    problem="""Schools keep children inside on bad days and learn of them at noon. We have four
        stations, being installed. The rehearsal is on the public record of 12 stations in
        Beijing: 420,768 hourly rows from March 2013 to February 2017 with six pollutants and
        weather.""",
    why_it_matters="31 schools, 14,000 children.",
    goal_kpi="Bad days announced the afternoon before",
    goal_baseline="Persistence: tomorrow is like today",
    goal_target="Two of three bad days, one false alarm in ten announcements",
    goal_worth="Not measured in money",
    success_metrics="Hit rate and false alarms by station, on the last year.",
    guardrails="Open licence. A plain text for parents.",
    data_sources="UCI Beijing Multi-Site Air Quality (CC BY 4.0); four own stations from spring.",
    data_volume="420,768 rows, 12 stations, four years",
    data_labels="PM2.5 hourly",
    data_quality="About 2% of PM2.5 missing, in runs.",
    data_location="Public",
    data_access="At once",
    deployment="Daily message at four in the afternoon",
    stack="Open-source",
    priority="accuracy",
    deliverables="Method, daily job, text for parents.",
    overlap="Two hours with Eastern time",
    specialisms=("forecasting",),
    tools=("LightGBM",),
    industry="public_sector",
    budget=(5000, 8000),
    weeks=8,
    plans=(
        Plan(
            by="elena.petrova",
            understanding="""A yes or no at four o'clock, and persistence is hard to beat for a
                day. The gain is in the changes, which come with the wind.""",
            approach="""Boosting on the last two days of all stations with the weather forecast,
                threshold by your price of a false alarm.""",
            data_preparation="""Gaps up to three hours filled, longer ones left; wind as two
                components; stations' neighbours as inputs.""",
            validation_plan="""Last year withheld; hits and false alarms on days that differ from
                the day before, apart from all days.""",
            risks="""Beijing's winters are far beyond Portwell's worst day; levels will not
                transfer.""",
            assumptions="A weather forecast is available by three o'clock.",
            steps=(
                step(
                    "data",
                    "Stations and wind",
                    1500,
                    20,
                    6,
                    "Tables.",
                    "Gaps by station and their treatment",
                ),
                step(
                    "modelling",
                    "Warnings",
                    3400,
                    46,
                    11,
                    "Model, report.",
                    "Hits and false alarms on change days, beside persistence",
                ),
            ),
        ),
    ),
)
