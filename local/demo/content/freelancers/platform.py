"""Freelancers for operations, data platforms, machines and maps."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Ethan Brooks",
        country="US",
        zone="America/Denver",
        headline="From notebook to a service with an on-call rota",
        story="""I take over models that work once. Reproducible training, a registry, shadow
            traffic, alerts that wake nobody without cause, and a runbook that somebody else has
            tried.""",
        specialisms=("mlops", "data_engineering"),
        industries=("software", "telecom", "healthcare"),
        stages=("deployment", "monitoring"),
        hourly=140,
        fixed_from=9000,
        tools=(
            ("Kubernetes", 8, 2026),
            ("MLflow", 6, 2026),
            ("Terraform", 7, 2026),
            ("AWS", 10, 2026),
        ),
        studies=(
            Study(
                title="Eleven models, one way to release",
                industry="software",
                specialisms=("mlops",),
                year=2025,
                problem="A release took nine days and two people who had to be there.",
                data="Eleven models, five teams, 240 million predictions a day.",
                baseline="""Nine days from a merged change to full traffic; one silent failure in
                    three months.""",
                approach="""One pipeline with a data check, a replay of yesterday's traffic and a
                    canary; everything a model needs in one signed artefact.""",
                metric="""Four hours from merge to full traffic; two failures caught by replay in
                    the first quarter.""",
                impact="The teams release weekly and the two people take holidays.",
                trade_offs="No notebooks in production, which one team still misses.",
                failed="Drift alerts on every feature: 300 a week and nobody read them.",
            ),
        ),
    ),
    Freelancer(
        name="Anjali Deshmukh",
        country="IN",
        zone="Asia/Kolkata",
        headline="Feature tables that can be rebuilt for any past day",
        story="""Data engineer. I make point-in-time tables, tests on them, and a page that tells
            an analyst where a number comes from.""",
        specialisms=("data_engineering", "analytics"),
        industries=("retail", "banking", "logistics"),
        stages=("data", "deployment"),
        languages=("en", "hi"),
        hourly=56,
        fixed_from=3500,
        hours_per_week=40,
        tools=(("dbt", 6, 2026), ("Snowflake", 6, 2026), ("Airflow", 7, 2026), ("SQL", 12, 2026)),
        studies=(
            Study(
                title="Point-in-time customer table for a wholesaler",
                industry="retail",
                specialisms=("data_engineering",),
                year=2025,
                problem="A churn model used addresses as of today for customers as of last year.",
                data="340 source tables, nine years, 2.8 billion rows.",
                baseline="A nightly snapshot that had overwritten its own past.",
                approach="""Change history rebuilt from logs, as-of joins in dbt, 210 tests, and a
                    table of known gaps.""",
                metric="1,000 customers rebuilt for 20 past days: all equal to archived invoices.",
                impact="""The model's measured lift fell from 4.0 to 2.6, and the 2.6 held in
                    production.""",
                trade_offs="History starts in 2019; earlier logs are gone.",
                failed="Reconstructing from backups: restoring one took a day.",
            ),
        ),
    ),
    Freelancer(
        name="Jonas Eriksen",
        country="NO",
        zone="Europe/Oslo",
        headline="Predictive maintenance for machines that rarely fail",
        story="""Mechanical engineer with ten years of pumps and turbines. I ask what a false
            alarm costs before I ask for data.""",
        specialisms=("supervised", "forecasting", "unsupervised"),
        industries=("manufacturing", "energy"),
        stages=("framing", "data", "modelling", "monitoring"),
        languages=("no", "en", "de"),
        currency="EUR",
        hourly=105,
        fixed_from=7000,
        tools=(("scikit-learn", 8, 2026), ("XGBoost", 6, 2026), ("Azure", 5, 2026)),
        studies=(
            Study(
                title="Feed pumps on three vessels",
                industry="energy",
                specialisms=("supervised", "unsupervised"),
                year=2025,
                problem="""Four breakdowns a year at 70,000 euros each; bearings were changed on
                    the calendar anyway.""",
                data="18 pumps, vibration spectra every ten minutes for three years, 13 failures.",
                baseline="A fixed vibration limit: 5 of 13 at 21 false alarms.",
                approach="""Health index per pump from its own healthy spectra, alarm by
                    cumulative sum; nothing was fitted to the 13 failures.""",
                metric="10 of 13 at least six days ahead with 8 false alarms in three years.",
                impact="Two breakdowns avoided in the first season.",
                trade_offs="No remaining-life figure in hours: 13 failures do not support one.",
                failed="Transfer from a public bearing data set: its faults were cut with a tool.",
            ),
        ),
    ),
    Freelancer(
        name="Mei Ling Tan",
        country="SG",
        zone="Asia/Singapore",
        headline="Semiconductor yield: few failures, many sensors",
        story="""Twelve years in wafer fabs. With 100 failures and 600 sensors most findings are
            noise; I am paid to know which ones are not.""",
        specialisms=("supervised", "unsupervised", "analytics"),
        industries=("manufacturing",),
        stages=("data", "modelling", "monitoring"),
        languages=("en", "zh"),
        hourly=105,
        fixed_from=7000,
        tools=(("scikit-learn", 8, 2026), ("R", 10, 2025), ("SQL", 12, 2026)),
        studies=(
            Study(
                title="Etch chamber drift before the test floor sees it",
                industry="manufacturing",
                specialisms=("supervised", "unsupervised"),
                year=2025,
                problem="""A drifting chamber was found at electrical test, eleven days and 2,000
                    wafers later.""",
                data="430 sensors, 14 months, 63 confirmed excursions.",
                baseline="Univariate control charts: 17 of 63 in time, three false alarms a week.",
                approach="""Principal components per recipe step with control limits from good
                    runs, sparse so that an alarm names its sensors.""",
                metric="41 of 63 in time at one false alarm a week, by leave-one-month-out.",
                impact="""An avoided excursion is worth about 90,000 dollars; there were four in
                    the first quarter.""",
                trade_offs="""No gradient boosting: 63 positives cannot be split often enough to
                    trust it.""",
                failed="Imputing sensors that are off on purpose. Off is information.",
            ),
        ),
    ),
    Freelancer(
        name="Samuel Tefera",
        country="ET",
        zone="Africa/Addis_Ababa",
        headline="Land cover, forests and maps from sparse ground truth",
        story="""Geographer. I hold out whole regions when I validate maps, because the next pixel
            is never a fair test.""",
        specialisms=("supervised", "computer_vision", "analytics"),
        industries=("agriculture", "public_sector", "energy"),
        hourly=52,
        fixed_from=3000,
        tools=(("R", 8, 2026), ("scikit-learn", 6, 2026), ("PostgreSQL", 7, 2026)),
        studies=(
            Study(
                title="Forest types of a highland district",
                industry="public_sector",
                specialisms=("supervised",),
                year=2025,
                problem="The forest map was from 1998 and the new plots covered 2% of the area.",
                data="6,100 plots in nine types, terrain and soil layers at 30 metres.",
                baseline="The 1998 map: 52% right at the plots.",
                approach="""Random forest with spatially blocked cross-validation; a second map
                    shows where no plot is near enough to trust the first.""",
                metric="""74% by blocks (88% by random split, which we did not report as the
                    result).""",
                impact="The district re-planned 40 new plots into the untrusted areas.",
                trade_offs="""Nine types were merged to seven, where the plots could not tell them
                    apart.""",
                failed="Adding coordinates as features: lovely figures, useless map.",
            ),
        ),
    ),
    Freelancer(
        name="Linh Pham",
        country="DE",
        zone="Europe/Berlin",
        headline="Analytics engineering and small honest models",
        story="""I moved from Hanoi to Berlin and from dashboards to models. Good at the
            unglamorous two weeks in which a company finds out what its columns mean.""",
        specialisms=("analytics", "data_engineering", "supervised"),
        industries=("software", "education", "real_estate"),
        stages=("framing", "data"),
        languages=("vi", "de", "en"),
        currency="EUR",
        hourly=55,
        fixed_from=2000,
        free_in_weeks=1,
        tools=(("dbt", 4, 2026), ("DuckDB", 3, 2026), ("scikit-learn", 4, 2026)),
        studies=(
            Study(
                title="What a language school's columns meant",
                industry="education",
                specialisms=("data_engineering", "analytics"),
                year=2025,
                problem="Three systems counted pupils in three ways, 8% apart.",
                data="Nine years of enrolments, 62,000 pupils, three databases.",
                baseline="A spreadsheet reconciled by hand twice a year.",
                approach="""One model of enrolment in dbt, every difference traced to a rule, then
                    a logistic model of who re-enrols.""",
                metric="Differences down to 0.2%; AUC of 0.73 for re-enrolment on the newest year.",
                impact="The school plans teachers in May instead of August.",
                trade_offs="Adult evening courses keep their own count.",
                failed="Fuzzy matching of names across systems: siblings.",
            ),
        ),
    ),
)
