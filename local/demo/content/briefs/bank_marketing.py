"""Rests on UCI Bank Marketing, CC BY 4.0."""

from local.demo.content.shapes import Brief, Document, Plan, step

BRIEF = Brief(
    key="bank-marketing",
    organisation="farol",
    data_set="UCI Bank Marketing, CC BY 4.0",
    figures=("45,211", "11.7%", "0.80"),
    title="Call the half of the list that brings four fifths of the deposits",
    summary="""Rank 45,211 past telephone contacts for a term deposit so that the next campaign
        makes half of the calls.""",
    problem="""Our deposit campaigns are telephone campaigns. The record that we share, and that
        is public at UCI, has 45,211 contacts and 17 columns; 5,289 of them ended in a deposit
        (11.7%). Agents call in branch order and stop when the month is over.

        One column must not be used: the duration of the call. It is the best predictor in the
        table, and it is known only after the call.""",
    why_it_matters="""A call costs us about 2.10 euros and customers complain after the third.
        Half of the calls would pay for the whole project in one campaign.""",
    goal_kpi="Share of deposits reached in the first half of the list",
    goal_baseline="50% in branch order",
    goal_target="79% in the first half, as Moro, Cortez and Rita reported in 2014",
    goal_worth="About 47,000 euros of calls per campaign",
    success_metrics="""Deposits in the first half of the list on the newest calls (main). AUC
        besides: the published figure on the bank's richer data is 0.80.""",
    guardrails="""No duration. Calibrated within 2 points per decile. A score must come with its
        three largest reasons for the supervisor.""",
    data_sources="""UCI Bank Marketing, bank-full (CC BY 4.0): client, last contact, previous
        campaigns. May 2008 to November 2010, ordered by date.""",
    data_volume="45,211 rows, 17 columns; the test campaign has 12,000 more",
    data_labels="Deposit yes/no, 11.7% yes, complete",
    data_quality="""“unknown” is used for missing values in job, education, contact and outcome.
        pdays is -1 for customers never contacted before.""",
    data_location="Oracle in our data centre in Porto",
    data_access="Nuno Sequeira, one week; the public copy at once",
    data_sensitivity="financial",
    data_rules="Work on our host for the 12,000 newest calls. Banking secrecy applies.",
    deployment="Batch scoring before each campaign, in our data centre",
    stack="Python on Red Hat; no cloud",
    residency="Portugal",
    priority="explainability",
    deliverables="""Leakage review, model, evaluation on the newest campaign, documents for model
        risk.""",
    overlap="Full day, Lisbon time",
    language="pt",
    specialisms=("supervised", "analytics"),
    tools=("scikit-learn", "LightGBM", "SQL"),
    industry="banking",
    budget=(8000, 13000),
    weeks=8,
    documents=(
        Document(
            file="columns.csv",
            lines=(
                "column,meaning",
                "age,years",
                "job,kind of job or unknown",
                "marital,marital status",
                "education,highest level or unknown",
                "default,has credit in default",
                "balance,average yearly balance in euros",
                "housing,has a housing loan",
                "loan,has a personal loan",
                "contact,kind of telephone or unknown",
                "day,day of the month of the last contact",
                "month,month of the last contact",
                "duration,seconds of the last call; not to be used",
                "campaign,contacts in this campaign",
                "pdays,days since a previous campaign; -1 for never",
                "previous,contacts before this campaign",
                "poutcome,outcome of the previous campaign",
                "y,deposit yes or no",
            ),
        ),
    ),
    plans=(
        Plan(
            by="ines.carvalho",
            state="accepted",
            understanding="""You make 45,211 calls for 5,289 deposits and would like to make half
                of them. The order of the table is the order of time, and the rate of success
                changes a great deal over those 30 months, so a random split would flatter any
                model.""",
            approach="""Logistic regression as the reference, then gradient boosting without
                duration and without the number of calls in this campaign, since the agents
                produce that themselves. The output is calibrated, so that the list can be cut
                where a call of 2.10 euros stops paying.""",
            data_preparation="""“unknown” stays a category of its own; pdays is split into “never”
                and a number; month is used as season only where two years agree. Previous
                outcome is kept, with a note that it is missing for four in five clients.""",
            validation_plan="""Train on the first 60% of time, tune on the next 15%, report once
                on the rest and on your 12,000 new calls. Deposits in the first half, AUC and
                calibration, with intervals by bootstrap over days.""",
            risks="""The financial crisis is inside the data; interest rates are not in this
                version of it. I expect an AUC near 0.75 by time, under the published 0.80,
                which used 150 features.""",
            assumptions="The 12,000 newest calls are available by week five.",
            steps=(
                step(
                    "data",
                    "Leakage review and time split",
                    2400,
                    25,
                    2,
                    "Review of the 17 columns, fixed time split, reference model.",
                    "duration and campaign are excluded, shown by a test",
                    "Reference share of deposits in the first half, with interval",
                ),
                step(
                    "modelling",
                    "Calibrated ranking",
                    5200,
                    54,
                    5,
                    "Model, tests, evaluation on the newest calls.",
                    "Share of deposits in the first half on the 12,000 newest calls is reported",
                    "Calibration error under 2 points in each decile",
                    "One command repeats the report",
                ),
                step(
                    "handover",
                    "Model-risk file and handover",
                    2600,
                    27,
                    8,
                    "Documents, runbook, session with the campaign team.",
                    "Model risk has accepted the file or listed what is missing",
                    "A colleague scores a list from the runbook alone",
                ),
            ),
        ),
        Plan(
            by="gabriela.ionescu",
            state="closed",
            understanding="""Fewer calls, nearly the same deposits. I read it as a question of
                policy: which calls would have ended in a deposit only because of the call?""",
            approach="""A plain regression for the ranking, and a randomised tenth of the next
                list, to learn what a call adds. I would spend more on the second part than on
                the first.""",
            data_preparation="""Drop duration, treat “unknown” as a level, and check by month
                whether the nearly eightfold change in success rate is policy or season.""",
            validation_plan="""Time split at 2010. Share of deposits in the first half, and the
                power calculation for the randomised tenth.""",
            risks="""Without a test nobody knows what the calls add. With one, you lose some
                deposits for a month.""",
            assumptions="The bank agrees to leave a tenth uncalled once.",
            steps=(
                step(
                    "data",
                    "Season or policy",
                    1900,
                    24,
                    3,
                    "Two-page analysis by month.",
                    "Every month's success rate is explained or marked unexplained",
                ),
                step(
                    "modelling",
                    "Ranking and test design",
                    4300,
                    54,
                    7,
                    "Ranking, protocol for the tenth.",
                    "Deposits in the first half, by time split",
                    "Power calculation in the protocol",
                ),
            ),
        ),
    ),
)
