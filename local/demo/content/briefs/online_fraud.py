"""Rests on IEEE-CIS Fraud Detection (Vesta, Kaggle)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="online-fraud",
    organisation="cardinal",
    data_set="IEEE-CIS Fraud Detection (Vesta, Kaggle)",
    figures=("590,540", "3.5%", "0.9459"),
    title="Score online payments while the customer waits, with features we can serve",
    summary="""The part of a 590,540-transaction competition that survives in production: fewer
        features, 30 ms, no leaks.""",
    problem="""The IEEE-CIS data by Vesta has 590,540 labelled online payments, 3.5% of them
        fraud, with more than 430 columns. The winners reached an AUC of 0.9459 by rebuilding
        the identity of a card over time and by stacking models. We cannot serve that.

        We want to know what is left with features that exist at the moment of payment, answer
        in 30 ms, and can be computed the same way twice.""",
    why_it_matters="""Every competition write-up that we tried lost a third of its advantage in
        production. We would like to know before building.""",
    goal_kpi="Fraud value stopped at 0.5% of honest payments refused",
    goal_baseline="44% with the scheme's score alone",
    goal_target="60%",
    goal_worth="About 1.1 million pounds of fraud a year pass the present filter",
    success_metrics="""Fraud value stopped at 0.5% false refusals on the last month of the
        labelled data; AUC for comparison.""",
    guardrails="At most 60 features. Each has a written definition, an owner and a latency.",
    data_sources="""IEEE-CIS Fraud Detection, competition rules apply: research use. Own payments
        for the final step.""",
    data_volume="590,540 payments, 434 columns in two tables, six months",
    data_labels="""isFraud, 3.5%; reported by chargeback and then applied to the later payments of
        the card""",
    data_quality="""Half of the V columns are missing together in blocks. The label rule leaks
        through card identity, which is how the competition was won.""",
    data_location="Public; own in London",
    data_access="At once",
    data_sensitivity="financial",
    deployment="Redis for counters, one stateless scorer, 30 ms at the 99th percentile",
    stack="Kafka, Redis, PostgreSQL, Python or Java",
    residency="United Kingdom",
    priority="speed",
    phases=("data", "modelling", "deployment"),
    deliverables="Feature book, replay harness, model, load test.",
    overlap="Six hours with London",
    specialisms=("mlops", "supervised", "data_engineering"),
    tools=("Kafka", "Redis", "XGBoost"),
    industry="banking",
    budget=(14000, 20000),
    weeks=10,
    plans=(
        Plan(
            by="tomasz.wielgosz",
            state="accepted",
            understanding="""You ask how much of 0.9459 is left when the trick with card identity
                is gone and features must be the same twice. My guess is 0.90 to 0.92, and the
                fraud value at 0.5% refusals is what tells whether that is enough.""",
            approach="""A feature book first: 60 rows, each with definition, source, window and
                latency. One library computes them from Redis counters in serving and by replay
                in training. XGBoost above it, small enough to explain and to serve from memory.""",
            data_preparation="""Blocks of V columns that go missing together are reduced to one
                representative each. Identity is rebuilt only from fields known at payment.
                Labels that were spread to later payments of a card are treated as a separate
                class in the report.""",
            validation_plan="""Months one to four train, five tunes, six is opened once, with a
                gap of two weeks because chargebacks arrive late. Value stopped at 0.5% with
                intervals over days. Every night 50,000 payments are scored both ways.""",
            risks="""Refusal at 0.5% on public data says little about your shops; the last step
                measures it in shadow. The competition's licence forbids use of the model
                itself, so weights are trained anew on your payments.""",
            assumptions="A Redis of 16 GB and a topic with six months of payments.",
            steps=(
                step(
                    "data",
                    "Feature book and replay",
                    5200,
                    50,
                    3,
                    "Feature book, library, replay harness.",
                    "60 features or fewer, each with definition, window and measured latency",
                    "Replay and serving agree on 50,000 payments to 1e-6",
                ),
                step(
                    "modelling",
                    "Model on the sixth month",
                    4600,
                    44,
                    6,
                    "Model, report.",
                    "Value stopped at 0.5% refusals on month six, opened once",
                    "Report separates first frauds of a card from later ones",
                ),
                step(
                    "deployment",
                    "Scorer under load",
                    6400,
                    62,
                    10,
                    "Scorer, load test, shadow run.",
                    "30 ms at the 99th percentile at 300 payments a second",
                    "Two weeks of shadow traffic compared with the present filter",
                ),
            ),
        ),
        Plan(
            by="ethan.brooks",
            state="closed",
            understanding="""The model is the easy third. I would deliver the release path:
                shadow, canary, rollback, and the alerts that matter.""",
            approach="""Take a plain XGBoost from your team or mine, put it behind a scorer with a
                feature cache, and run it in shadow for four weeks with daily comparison.""",
            data_preparation="""Contracts on each input field with range and missing rate, checked
                at the gate; blocks of missing columns reported daily.""",
            validation_plan="""Shadow against present filter, value stopped at equal refusals,
                weekly. Chaos drill: Redis away, late events, wrong currency.""",
            risks="""London hours from Denver leave a two-hour window a day; on-call during canary
                has to be shared.""",
            assumptions="Your team owns the features.",
            steps=(
                step(
                    "data",
                    "Input contracts",
                    3500,
                    26,
                    4,
                    "Contracts and checks.",
                    "Each field has a range and a missing-rate limit that alerts",
                ),
                step(
                    "deployment",
                    "Scorer, shadow, canary",
                    9800,
                    72,
                    9,
                    "Service, dashboards, drills.",
                    "Rollback within one minute, shown twice",
                    "Chaos drill report",
                ),
            ),
        ),
    ),
)
