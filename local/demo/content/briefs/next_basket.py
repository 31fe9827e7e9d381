"""Rests on Instacart Market Basket Analysis, 2017."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="next-basket",
    organisation="harvest",
    data_set="Instacart Market Basket Analysis, 2017",
    figures=("3.4 million", "206,209", "49,688"),
    title="Fill the “buy again” shelf with what a household is out of",
    summary="""Reorder prediction for grocery delivery on 3.4 million public orders, list length
        included.""",
    problem="""Our app shows the last order as “buy again”. It ignores that flour lasts two
        months. We would like a list that knows intervals, of the right length for each
        household.

        The Instacart files are our common ground: 3.4 million orders of 206,209 users, 49,688
        products, between 4 and 100 orders a user.""",
    why_it_matters="""Four fifths of what is in a basket was bought before. Finding it quickly is
        the service.""",
    goal_kpi="Mean F1 of the predicted reorders in the next order",
    goal_baseline="0.32 when repeating the last order",
    goal_target="0.39; the competition was won at about 0.41",
    goal_worth="Each added item per order is worth 0.60 dollars of margin",
    success_metrics="Mean F1 by user on each user's last order, users split by hash.",
    guardrails="""List within 100 ms from a table; retrained weekly. No dietary or health
        inferences shown to anyone.""",
    data_sources="""Instacart 2017 (terms of the data set: non-commercial use), own orders from
        January.""",
    data_volume="3.4 million orders, 206,209 users, 32 million order lines",
    data_labels="Reordered flag and the next order for 131,209 users",
    data_quality="Days since the prior order are capped at 30. No dates, no prices.",
    data_location="Public; own in BigQuery",
    data_access="At once",
    data_sensitivity="personal",
    deployment="Weekly table in BigQuery",
    stack="Python, LightGBM, BigQuery, Airflow",
    deliverables="Features, model, list-length rule, weekly job.",
    overlap="Four hours with Chicago",
    specialisms=("recommendation", "supervised"),
    tools=("LightGBM", "BigQuery", "Airflow"),
    industry="retail",
    budget=(9000, 14000),
    weeks=9,
    plans=(
        Plan(
            by="camille.dubois",
            state="shortlisted",
            understanding="""Repetition with intervals, and a list that ends at the right place.
                F1 by user rewards the length as much as the order, and an empty prediction is
                sometimes right.""",
            approach="""LightGBM on user, product and pair features, intervals first among them.
                Then the expected-F1 rule picks the length for each household from the
                calibrated probabilities, including “nothing”.""",
            data_preparation="""Intervals counted in orders and in days, with the cap at 30
                handled as censored. Pairs limited to products that a user bought before: 13
                million rows, which fit one machine.""",
            validation_plan="""Users split by hash 80/10/10, last order as label. F1 with interval
                over users, by number of past orders, because users with four orders are another
                problem than users with eighty.""",
            risks="""Without dates the season is invisible; on your own data I would add it. New
                households keep the last-order list until their fifth order.""",
            assumptions="Own orders since January are available for a repeat of the evaluation.",
            steps=(
                step(
                    "data",
                    "Pairs and intervals",
                    2700,
                    28,
                    5,
                    "Feature code, tests, data note.",
                    "Features for one user recomputed by hand match",
                    "No feature uses the labelled order, shown by a test",
                ),
                step(
                    "modelling",
                    "Model and list length",
                    5200,
                    54,
                    9,
                    "Model, rule, report.",
                    "Mean F1 on held-out users with interval, beside “last order”",
                    "F1 by number of past orders",
                ),
                step(
                    "deployment",
                    "Weekly job on own orders",
                    3000,
                    30,
                    12,
                    "Airflow job, repeat on own orders.",
                    "Two weekly runs finish by Monday six o'clock",
                    "F1 on own orders for the same two methods",
                ),
            ),
        ),
        Plan(
            by="anton.kravets",
            understanding="""You rank what a household bought before, for the moment at which it
                runs out. The metric is a set, the screen is a list, and I would check that the
                first improves the second.""",
            approach="""CatBoost ranking by pair with hazard features (time since the last
                purchase over its usual interval), threshold per user by expected F1.""",
            data_preparation="""Point-in-time pair table, order lines as a sequence, products
                merged where only the pack size differs, as a switch.""",
            validation_plan="""Held-out users, F1 and the position of the first missing item. A
                replay of three past tests, if you have their logs.""",
            risks="Merging pack sizes helps the shelf and hurts the public metric; I report both.",
            assumptions="Logs of clicks on the present shelf for a month.",
            steps=(
                step(
                    "data",
                    "Pair table",
                    2400,
                    30,
                    5,
                    "Table, tests.",
                    "Rebuilding a past week gives identical rows",
                ),
                step(
                    "modelling",
                    "Ranking with thresholds",
                    5000,
                    60,
                    9,
                    "Model, report.",
                    "Mean F1 with and without merged pack sizes",
                    "Position of the first missing item",
                ),
                step(
                    "handover",
                    "Handover",
                    1600,
                    20,
                    10,
                    "Runbook, session.",
                    "Your engineer retrains alone",
                ),
            ),
        ),
    ),
)
