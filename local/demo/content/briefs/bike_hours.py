"""Rests on UCI Bike Sharing (Capital Bikeshare), CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="bike-hours",
    organisation="portwell",
    data_set="UCI Bike Sharing (Capital Bikeshare), CC BY 4.0",
    figures=("17,379", "731 days", "2011"),
    title="How many bikes, at which hour, in what weather",
    summary="""Hourly demand for the city's bikes; the Washington record of 17,379 hours is the
        rehearsal.""",
    problem="""Two vans move bikes at night by habit. We want hourly demand for the next day, by
        weather, for commuters and visitors separately. Until our own system has a full year we
        rehearse on the public record of Capital Bikeshare in Washington: 17,379 hours over 731
        days in 2011 and 2012, with weather, registered and casual riders.""",
    why_it_matters="""A quarter of the morning complaints is “no bike”. The council reads them
        aloud.""",
    goal_kpi="RMSLE of hourly rides in the last ten days of each month",
    goal_baseline="Mean of the hour in the last four weeks",
    goal_target="A third less than the baseline",
    goal_worth="One van shift a night, 74,000 dollars a year",
    success_metrics="""RMSLE and mean absolute error, by registered and casual, on the last third
        by time.""",
    guardrails="""Weather of the day is a forecast in practice; results with forecast error,
        please. Code under an open licence.""",
    data_sources="UCI Bike Sharing (CC BY 4.0); own rides since May.",
    data_volume="17,379 hours; own 1.1 million rides",
    data_labels="Rides per hour: casual, registered, both",
    data_quality="""165 hours without any ride are missing as rows. The second year is much larger
        than the first.""",
    data_location="City cloud, US East",
    data_access="One week, public afterwards",
    deployment="A page for the operations room, once a day",
    stack="Python; open-source only",
    residency="United States",
    priority="explainability",
    deliverables="Method, open code, daily job, training for two planners.",
    overlap="Two hours with Eastern time",
    specialisms=("forecasting", "supervised"),
    tools=("LightGBM", "Polars"),
    industry="public_sector",
    budget=(6000, 9500),
    weeks=8,
    plans=(
        Plan(
            by="noor.alsayed",
            state="accepted",
            understanding="""Next-day hours for two kinds of rider, with a forecast of the weather
                and a system that grows. Growth is the trap: a model that learnt 2011 alone
                underestimates 2012 by half.""",
            approach="""Poisson boosting with a slow growth term, casual and registered apart,
                weather as of the day before. A four-line regression besides, for the council.""",
            data_preparation="""Put the 165 missing hours back as zeros, replace the day's weather
                by archived forecasts where they exist, holidays by hand.""",
            validation_plan="""Rolling by month, last third reported; RMSLE by rider kind, with
                observed and with forecast weather.""",
            risks="""Your own system is seven months old; spring is a guess until spring.
                Washington's commuters are not yours.""",
            assumptions="Archived weather forecasts for Portwell.",
            steps=(
                step(
                    "data",
                    "Hours, weather as forecast",
                    1900,
                    28,
                    4,
                    "Tables, note.",
                    "17,379 plus 165 hours, checked against the calendar",
                    "Observed and forecast weather side by side",
                ),
                step(
                    "modelling",
                    "Two riders, one growth",
                    3400,
                    50,
                    8,
                    "Model, open code.",
                    "RMSLE by rider kind on the last third, for both kinds of weather",
                ),
                step(
                    "handover",
                    "Daily page and training",
                    2000,
                    30,
                    10,
                    "Job, page, two sessions.",
                    "Two planners run the job from the manual",
                ),
            ),
        ),
        Plan(
            by="kwame.mensah",
            understanding="""A forecast by hour that adds up to the day and the week, so that vans
                and staff use one number.""",
            approach="""Regression with calendar and weather by day, shares of the hours by day
                type, reconciled.""",
            data_preparation="""Missing hours as zeros, two kinds of rider, growth as a smooth
                curve.""",
            validation_plan="Rolling months; RMSLE hourly and error of the daily sum.",
            risks="Shares by hour move slowly with the season; boosting may be a bit better.",
            assumptions="Vans plan by day.",
            steps=(
                step(
                    "data",
                    "Calendar and growth",
                    1600,
                    22,
                    4,
                    "Tables.",
                    "Growth curve with interval",
                ),
                step(
                    "modelling",
                    "Reconciled hours",
                    3600,
                    50,
                    9,
                    "Model, report.",
                    "Hours sum to days exactly",
                    "RMSLE on the last third",
                ),
            ),
        ),
    ),
)
