"""Rests on NYC Taxi Trip Duration (NYC TLC, Kaggle 2017)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="taxi-times",
    organisation="portwell",
    data_set="NYC Taxi Trip Duration (NYC TLC, Kaggle 2017)",
    figures=("1,458,644", "2016"),
    title="How long a trip takes at a given hour, before there are sensors",
    summary="""Travel-time model for planning bus lanes; the New York record of 1,458,644 trips is
        the school.""",
    problem="""Portwell has taxis with meters and no traffic sensors. Before we ask drivers for
        their records, we want the method shown on the New York trips of the first half of 2016:
        1,458,644 trips with times and two points each. Our planners need speed by corridor and
        hour, with uncertainty, not the time of a single trip.""",
    why_it_matters="""Bus lanes go where they save most passenger minutes; today the loudest
        street wins.""",
    goal_kpi="Error of mean corridor speed by hour",
    goal_baseline="Straight-line speed by hour for the whole city",
    goal_target="Half of the baseline's error on unseen weeks",
    goal_worth="Decides on 3.2 million dollars of paint and signals",
    success_metrics="Error of corridor means on withheld weeks; RMSLE of trips for comparison.",
    guardrails="No route of a single driver is shown. Open licence.",
    data_sources="""NYC Taxi and Limousine Commission records, as released for the Kaggle
        competition of 2017.""",
    data_volume="1,458,644 trips, January to June 2016",
    data_labels="Duration in seconds",
    data_quality="Some trips last a second or a day; points in the river. A snow storm in January.",
    data_location="Public",
    data_access="At once",
    data_sensitivity="personal",
    data_rules="Own records later: drivers as numbers.",
    deployment="Maps and a table",
    stack="Python, PostgreSQL, open-source",
    deliverables="Method, maps, report.",
    overlap="Two hours with Eastern time",
    specialisms=("supervised", "data_engineering"),
    tools=("PostgreSQL", "LightGBM"),
    industry="public_sector",
    budget=(6000, 10000),
    weeks=8,
    plans=(
        Plan(
            by="noor.alsayed",
            understanding="""Corridors by hour from trips with two ends. It is a problem of adding
                up: many trips cross one corridor, each a little.""",
            approach="""Shortest paths on the street net, speeds by segment and hour from a
                regularised inverse problem, with intervals by resampling drivers.""",
            data_preparation="""Impossible trips out by rule and counted; the storm kept apart as
                a case of its own.""",
            validation_plan="""Withheld weeks, corridor means; and segments with known limits as a
                check.""",
            risks="Paths are assumed, not recorded; side streets will be vague and are shown grey.",
            assumptions="A street net from OpenStreetMap.",
            steps=(
                step(
                    "data",
                    "Trips to paths",
                    2400,
                    35,
                    6,
                    "Tables, rules.",
                    "Each rule's count of removed trips",
                    "Storm days listed",
                ),
                step(
                    "modelling",
                    "Speeds by corridor and hour",
                    4300,
                    63,
                    11,
                    "Method, maps.",
                    "Error of corridor means on withheld weeks",
                    "Corridors with under 200 trips an hour are grey",
                ),
            ),
        ),
        Plan(
            by="rafael.moreira",
            understanding="""Times with their spread. A planner needs the slow tenth as much as
                the mean, since buses keep timetables.""",
            approach="""Quantile boosting for trips by zone pairs and hour, aggregated to
                corridors that your planners draw.""",
            data_preparation="Zones instead of points, impossible trips removed, weather joined.",
            validation_plan="Withheld weeks; corridor mean and 90th percentile, coverage.",
            risks="Zone pairs hide the route; two parallel streets cannot be told apart.",
            assumptions="Planners draw 30 corridors.",
            steps=(
                step(
                    "data",
                    "Zones and corridors",
                    1800,
                    30,
                    5,
                    "Tables.",
                    "30 corridors with trip counts by hour",
                ),
                step(
                    "modelling",
                    "Quantiles",
                    4200,
                    70,
                    10,
                    "Model, maps.",
                    "Coverage of the 90th percentile on withheld weeks",
                ),
            ),
        ),
    ),
)
