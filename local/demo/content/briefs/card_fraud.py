"""Rests on Credit Card Fraud Detection, Université Libre de Bruxelles (DbCL 1.0)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="card-fraud",
    organisation="cardinal",
    data_set="Credit Card Fraud Detection, Université Libre de Bruxelles (DbCL 1.0)",
    figures=("284,807", "492", "0.172%"),
    title="492 frauds in 284,807 payments: rank the alerts our team can read",
    summary="""Fraud ranking where accuracy is 99.8% by doing nothing, judged by the first 100
        alerts of a day.""",
    problem="""Two days of European card payments, published by the Université Libre de Bruxelles:
        284,807 transactions, of which 492 are fraud (0.172%). Our own payments look the same. A
        model that never raises an alert is 99.83% accurate, so please do not tell us about
        accuracy.

        Our twelve reviewers read about 100 alerts a day per desk. We want the 100 that matter.""",
    why_it_matters="""A fraud that nobody stops costs us 122 pounds on average, and a refused
        honest customer costs a shop its sale.""",
    goal_kpi="Frauds among the first 100 alerts of a day",
    goal_baseline="38 with our rules, in a replay of the second day",
    goal_target="70 on the second day, trained on the first only",
    goal_worth="About 3,900 pounds a day over all desks",
    success_metrics="""Precision at 100 and average precision on the second day (main). Area under
        the ROC curve only as a footnote.""",
    guardrails="""Scores within 50 ms for a single payment. No resampling tricks that break
        calibration without saying so.""",
    data_sources="""ULB credit card fraud data (Database Contents Licence): Time, Amount, 28
        principal components, Class.""",
    data_volume="284,807 rows, 31 columns, 144 MB",
    data_labels="492 frauds, 0.172%; complete for the two days",
    data_quality="""No missing values. 1,081 exact duplicate rows. The components V1 to V28 have
        no names, so reasons can only be given on our own data.""",
    data_location="Public; our own in London",
    data_access="At once; our own after a vetting of ten days",
    data_sensitivity="financial",
    data_rules="""PCI DSS scope: you never see card numbers. Work on our own data happens on our
        desktops.""",
    deployment="Service behind the review queue, 50 ms",
    stack="Python for training, ONNX for serving, Kafka in between",
    residency="United Kingdom",
    priority="accuracy",
    phases=("data", "modelling", "deployment", "handover"),
    deliverables="Data report, model, evaluation by day, ONNX artefact with test vectors, runbook.",
    overlap="Four hours with London",
    specialisms=("supervised", "unsupervised"),
    tools=("LightGBM", "ONNX", "Kafka"),
    industry="banking",
    budget=(11000, 17000),
    weeks=9,
    plans=(
        Plan(
            by="priya.raghavan",
            state="accepted",
            understanding="""Twelve people, 100 alerts a desk, and a base rate of one in 579. Your
                metric is precision among the first 100 of a day, on a day that comes after the
                training day. That is the right one, and it makes a random split worthless:
                duplicates and bursts from one stolen card would sit on both sides.""",
            approach="""Logistic regression as floor, LightGBM with class weights as the model, an
                isolation forest trained on honest payments as a second opinion for kinds of
                fraud not seen on day one. I combine them only if the combination wins on
                held-out hours of day one.""",
            data_preparation="""Remove the 1,081 duplicates before anything else and report
                figures with and without. Time becomes the hour of day only. Amount in logs. No
                oversampling: weights do the same and leave the scores interpretable after one
                calibration step.""",
            validation_plan="""Day one trains, its last six hours tune, day two is opened once.
                Precision at 100 and average precision with bootstrap intervals over hours. A
                shuffled-label run must fall to 0.17%.""",
            risks="""Two days show no week and no season. 70 of 100 is within reach; how much of
                it survives on your own data, nobody can say before the third step. Reasons
                cannot be given for anonymous components.""",
            assumptions="Vetting for your own data is done by week four.",
            steps=(
                step(
                    "data",
                    "Duplicates, day split, floor model",
                    2900,
                    34,
                    2,
                    "Data report, fixed split, logistic floor.",
                    "Figures with and without the 1,081 duplicates",
                    "Floor precision at 100 on day two with an interval",
                ),
                step(
                    "modelling",
                    "Ranking for day two",
                    6100,
                    72,
                    5,
                    "Model, code, report.",
                    "Precision at 100 and average precision on day two, opened once",
                    "Shuffled-label run is reported",
                    "No transaction of day two is used in training, shown by a test",
                ),
                step(
                    "deployment",
                    "ONNX artefact and queue",
                    3600,
                    42,
                    7,
                    "Artefact, service, test vectors.",
                    "1,000 test vectors score equal to 1e-6 in ONNX and Python",
                    "99th percentile under 50 ms for one payment",
                ),
                step(
                    "handover",
                    "Own data and runbook",
                    2400,
                    28,
                    10,
                    "Training on your own payments, runbook, monitoring.",
                    "Reviewers' lead follows the runbook for one retraining",
                    "Weekly precision at 100 is on a page",
                ),
            ),
        ),
        Plan(
            by="tomasz.wielgosz",
            state="closed",
            understanding="""I read a serving problem with a model in it: 50 ms, Kafka, and scores
                that must be the same in training and in the queue.""",
            approach="""XGBoost with default care, most effort on an event replay that feeds
                training and serving from the same code.""",
            data_preparation="""Deduplicate, replay the two days as a stream in order, build
                features only from what has already passed.""",
            validation_plan="""Replay of day two as a stream, precision at each 100 alerts, and
                the score difference between batch and stream, which must be zero.""",
            risks="""The public data has no card identifier, so velocity features can be shown
                only on your own data.""",
            assumptions="A Kafka topic with a month of your own payments.",
            steps=(
                step(
                    "data",
                    "Replay harness",
                    3800,
                    44,
                    4,
                    "Replay code, deduplicated stream.",
                    "Replaying day one twice gives identical features",
                ),
                step(
                    "modelling",
                    "Model in the stream",
                    4400,
                    50,
                    7,
                    "Model and report.",
                    "Precision at 100 on the replayed day two",
                ),
                step(
                    "deployment",
                    "Queue service",
                    4700,
                    54,
                    9,
                    "Service, load test.",
                    "50 ms at the 99th percentile at 200 payments a second",
                ),
            ),
        ),
    ),
)
