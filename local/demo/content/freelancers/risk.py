"""Freelancers for credit, fraud and insurance pricing."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Daniel Okafor",
        country="NG",
        zone="Africa/Lagos",
        headline="Credit scoring with reasons an applicant can be told",
        story="""Former risk analyst at a microfinance bank. I build scorecards and
            gradient-boosted models side by side and report where they disagree, because that is
            where the money and the complaints are. Comfortable with model-risk documents and
            with being asked why.""",
        specialisms=("supervised", "analytics"),
        industries=("banking", "insurance"),
        stages=("framing", "data", "modelling", "monitoring"),
        hourly=70,
        fixed_from=3500,
        hours_per_week=35,
        tools=(("XGBoost", 6, 2026), ("scikit-learn", 7, 2026), ("R", 8, 2025), ("SQL", 8, 2026)),
        studies=(
            Study(
                title="Scorecard for salary-backed micro loans",
                industry="banking",
                specialisms=("supervised",),
                year=2025,
                problem="""A lender approved by a points table from 2016 and wrote off 9.4% of its
                    loans within a year.""",
                data="""86,000 loans of 30 months with application, bureau and repayment columns;
                    9.4% defaulted.""",
                baseline="The points table: Gini of 0.38 on loans of the last six months.",
                approach="""Weight-of-evidence scorecard with monotonic bins, challenged by
                    XGBoost with monotone constraints. Rejected applicants were handled by a
                    small random approval band, not by inference.""",
                metric="Gini of 0.51 for the scorecard and 0.54 for the challenger, out of time.",
                impact="""At the old approval rate the expected write-off falls to 7.1%; the
                    lender chose to approve 6% more instead.""",
                trade_offs="""Three points of Gini were given up for a table that branch staff can
                    read aloud.""",
                failed="""Mobile-money features covered a third of applicants and made the model
                    unfair to the rest, so they stayed out.""",
            ),
        ),
    ),
    Freelancer(
        name="Priya Raghavan",
        country="IN",
        zone="Asia/Kolkata",
        headline="Card fraud: precision at the number of alerts you can read",
        story="""Eleven years in payments, the last four independent. Accuracy means nothing at
            0.2% fraud, so I measure what a team of reviewers sees: how many of today's alerts
            were fraud, and how much money got past them. I have run models behind authorisation
            paths with a 40 ms budget.""",
        specialisms=("supervised", "unsupervised", "mlops"),
        industries=("banking", "retail"),
        stages=("data", "modelling", "deployment", "monitoring"),
        languages=("en", "hi"),
        currency="GBP",
        hourly=85,
        fixed_from=5000,
        tools=(("LightGBM", 7, 2026), ("Kafka", 5, 2026), ("ONNX", 4, 2026), ("SQL", 11, 2026)),
        try_this="A submission waits for the client; the next milestone is planned.",
        studies=(
            Study(
                title="Card-not-present fraud at an online travel seller",
                industry="travel",
                specialisms=("supervised",),
                year=2025,
                problem="""Chargebacks took 0.9% of revenue and manual review could look at 300
                    bookings a day out of 21,000.""",
                data="""7.4 million bookings of 18 months, 0.41% charged back, labels arriving 30
                    to 75 days late.""",
                baseline="Rules of the payment provider: 19% of the 300 daily alerts were fraud.",
                approach="""LightGBM on velocity features computed point in time, trained only on
                    bookings older than 75 days so that late labels could not lie. Threshold set
                    by the daily review capacity.""",
                metric="""46% of the 300 daily alerts were fraud in an eight-week shadow run;
                    average precision 0.37 against 0.15.""",
                impact="""Chargebacks fell from 0.9% to 0.55% of revenue in the following quarter
                    with the same review team.""",
                trade_offs="""A neural sequence model was two points better and four times slower;
                    the client took the trees.""",
                failed="""SMOTE and other resampling moved the score scale and nothing else. Class
                    weights did the same work in one line.""",
            ),
            Study(
                title="Mule accounts found by how money passes through",
                industry="banking",
                specialisms=("unsupervised", "supervised"),
                year=2023,
                problem="""An e-money issuer closed mule accounts after the police wrote, 41 days
                    after opening in the median.""",
                data="3.1 million accounts, 212 million transfers, 1,870 confirmed mules.",
                baseline="A list of 14 rules caught 22% of them before the letter.",
                approach="""Per-account flow features (share passed on within an hour, number of
                    unrelated senders) and an isolation forest to find candidates; a boosted
                    model ranked them once 1,000 had been labelled.""",
                metric="""63% caught before the letter at 50 cases a day, median 6 days after
                    opening.""",
                impact="Losses that the issuer had to make good fell by 58% within two quarters.",
                trade_offs="""Graph embeddings were left out: a case worker could not explain them
                    to an ombudsman.""",
                failed="""Device fingerprints had been stored for seven weeks only and gave a leak
                    that looked like magic for a day.""",
            ),
        ),
    ),
    Freelancer(
        name="Tomasz Wielgosz",
        country="PL",
        zone="Europe/Warsaw",
        headline="Real-time scoring: features, latency, and the model last",
        story="""Software engineer first. I take models that work in a notebook and make them
            answer in 20 milliseconds with the same features that they were trained on. Most of
            my work is proving that the two are the same.""",
        specialisms=("mlops", "data_engineering", "supervised"),
        industries=("banking", "software"),
        stages=("data", "deployment", "monitoring"),
        languages=("pl", "en"),
        currency="EUR",
        hourly=90,
        fixed_from=6000,
        tools=(
            ("Kafka", 8, 2026),
            ("PostgreSQL", 12, 2026),
            ("Redis", 9, 2026),
            ("XGBoost", 5, 2026),
        ),
        studies=(
            Study(
                title="One definition of a feature for training and serving",
                industry="banking",
                specialisms=("mlops", "data_engineering"),
                year=2025,
                problem="""A fraud model lost nine points of precision between the report and
                    production.""",
                data="""1,100 payments a second at peak; 84 features, 31 of them counters over
                    time windows.""",
                baseline="""Features written twice, in SQL for training and in Java for serving;
                    12 of 84 differed.""",
                approach="""Counters kept in Redis by one library that also replays history for
                    training; a nightly job scores 50,000 payments both ways and fails on any
                    difference above 1e-6.""",
                metric="0 differing features for 90 days; 99th percentile of 17 ms.",
                impact="Production precision came within one point of the report.",
                trade_offs="""Windows end at full minutes, which costs a little freshness and
                    makes replay exact.""",
                failed="""A general feature store was tried first and dropped after five weeks: it
                    could not replay late events.""",
            ),
        ),
    ),
    Freelancer(
        name="Hannah Lindqvist",
        country="SE",
        zone="Europe/Stockholm",
        headline="Actuarial pricing: GLMs, boosting, and the gap between them",
        story="""Qualified actuary. I price motor and home, and I write the paper that the
            regulator reads. My rule: a new model has to beat the GLM out of time, by class of
            risk, and with its relativities drawn.""",
        specialisms=("supervised", "analytics"),
        industries=("insurance",),
        stages=("framing", "modelling", "monitoring"),
        languages=("sv", "en", "fr"),
        currency="EUR",
        hourly=120,
        fixed_from=8000,
        hours_per_week=20,
        tools=(("R", 14, 2026), ("statsmodels", 8, 2026), ("LightGBM", 5, 2026)),
        studies=(
            Study(
                title="Frequency model for home water damage",
                industry="insurance",
                specialisms=("supervised",),
                year=2024,
                problem="""Water damage was priced by postcode and the loss ratio in new housing
                    had gone from 61% to 84%.""",
                data="""412,000 policy years, 9,300 claims, building register joined for 88% of
                    addresses.""",
                baseline="""Poisson GLM with 11 factors, 0.247 mean Poisson deviance on the last
                    year.""",
                approach="""Boosted trees with exposure as offset, used to find interactions; the
                    four that held in each of three years were put into the GLM.""",
                metric="Deviance of 0.239 for the improved GLM and 0.237 for the boosted model.",
                impact="""The insurer filed the GLM; the loss ratio of new housing returned to 66%
                    in a year.""",
                trade_offs="""The boosted model stays on as a monitor, because its extra 0.002 was
                    not worth the filing.""",
                failed="Weather features helped explain last year and nothing else.",
            ),
        ),
    ),
    Freelancer(
        name="Amara Diallo",
        country="SN",
        zone="Africa/Dakar",
        headline="Thin-file credit models and honest fairness reports",
        story="""I model people of whom a bank knows little, and I publish the error rates by
            group with the headline metric, not after it. French and English, happy to sit with
            compliance.""",
        specialisms=("supervised", "analytics"),
        industries=("banking", "education", "public_sector"),
        stages=("framing", "data", "modelling"),
        languages=("fr", "en"),
        currency="EUR",
        hourly=65,
        fixed_from=3000,
        free_in_weeks=3,
        tools=(("scikit-learn", 6, 2026), ("CatBoost", 4, 2026), ("PostgreSQL", 5, 2026)),
        studies=(
            Study(
                title="Early warning for first-year students",
                industry="education",
                specialisms=("supervised",),
                year=2025,
                problem="""A university college lost 29% of a cohort in the first year and its
                    advisers had time for one student in eight.""",
                data="11,200 students of six cohorts, enrolment and first-semester columns only.",
                baseline="Failing two first-semester exams: precision of 0.47 among those flagged.",
                approach="""CatBoost on what is known in week ten, one cohort held out at a time,
                    with thresholds per faculty so that each adviser gets a list they can work
                    through.""",
                metric="Precision of 0.61 at 12.5% flagged, on the two newest cohorts.",
                impact="""Advisers met 340 students before the deadline for changing course; 71
                    changed instead of leaving.""",
                trade_offs="""Parents' education was predictive and left out: the college did not
                    want to explain it.""",
                failed="Logins to the learning platform mostly measured which lecturers use it.",
            ),
        ),
    ),
)
