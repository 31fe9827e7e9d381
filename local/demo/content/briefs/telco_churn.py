"""Rests on Telco Customer Churn, IBM sample data."""

from local.demo.content.shapes import Brief, Document, Plan, step

BRIEF = Brief(
    key="telco-churn",
    organisation="meridian",
    data_set="Telco Customer Churn, IBM sample data",
    figures=("7,043", "21 columns", "26.5%"),
    title="Tell our retention desk which 500 customers to call this month",
    summary="""A churn model for a desk of nine people, judged by how many leavers are among the
        500 calls that it can make.""",
    problem="""Of 7,043 residential customers in our California sample, 1,869 left within the last
        month: 26.5%. The retention desk makes about 500 calls a month and picks them by the
        size of the bill. We think that month-to-month contracts and fibre customers without
        support are the ones who go, but nobody has measured it.

        We want a ranked list each month, with the two or three reasons that an agent can
        mention on the phone.""",
    why_it_matters="""A saved customer is worth about 64.76 dollars a month, the mean bill in the
        sample. Calls to people who would have stayed cost us goodwill as well as time.""",
    goal_kpi="Share of leavers among the 500 customers called",
    goal_baseline="33% when ordered by monthly charges, on last month's data",
    goal_target="60% among the first 500, on a month the model has not seen",
    goal_worth="Each extra saved customer is worth about 780 dollars a year",
    goal_weeks=20,
    success_metrics="""Precision at 500 on the withheld month (main). Average precision and a
        calibration plot besides. A logistic regression on contract, tenure and monthly charges
        is the bar: anything more complex has to beat it by 3 points to be worth running.""",
    guardrails="""No use of gender or the senior-citizen flag. Reasons per customer in words. The
        monthly run must finish in ten minutes on one ordinary server.""",
    data_sources="""One table, 21 columns: contract, tenure, services, payment method, charges,
        and whether the customer left. IBM publishes it as sample data; ours has the same
        columns.""",
    data_volume="7,043 rows, 21 columns, under 1 MB; one snapshot, a second month on request",
    data_labels="Churn yes/no for every row, 26.5% yes",
    data_quality="""TotalCharges is text and blank for the 11 customers in their first month.
        Charges are consistent with tenure to within a few dollars. No history before the
        snapshot.""",
    data_location="Snowflake, us-west-2",
    data_access="Devon Price grants read access within two days",
    data_sensitivity="personal",
    data_rules="""Customer numbers are replaced before you get the table. Nothing leaves our
        account.""",
    deployment="A scheduled job that writes a table; no online service",
    stack="Python, Snowflake, dbt; scikit-learn or LightGBM welcome",
    residency="United States",
    priority="explainability",
    phases=("data", "modelling", "deployment", "handover"),
    deliverables="""Feasibility report with go or no-go. Model with its training code and tests.
        Monthly job. Model card and a one-page guide for agents.""",
    overlap="Three hours with Pacific time",
    specialisms=("supervised", "analytics"),
    tools=("scikit-learn", "LightGBM", "Snowflake", "dbt"),
    industry="telecom",
    budget=(9000, 15000),
    weeks=9,
    questions=(
        "How would you tell a customer who will leave from one whom a call makes leave?",
        "Which column would you distrust first, and why?",
    ),
    documents=(
        Document(
            file="columns.csv",
            lines=(
                "column,meaning",
                "customerID,replaced by a number",
                "gender,not to be used",
                "SeniorCitizen,not to be used",
                "Partner,yes or no",
                "Dependents,yes or no",
                "tenure,months with us",
                "PhoneService,yes or no",
                "MultipleLines,yes or no or no phone service",
                "InternetService,DSL or fiber optic or no",
                "OnlineSecurity,yes or no or no internet service",
                "OnlineBackup,yes or no or no internet service",
                "DeviceProtection,yes or no or no internet service",
                "TechSupport,yes or no or no internet service",
                "StreamingTV,yes or no or no internet service",
                "StreamingMovies,yes or no or no internet service",
                "Contract,month-to-month or one year or two year",
                "PaperlessBilling,yes or no",
                "PaymentMethod,four kinds",
                "MonthlyCharges,dollars",
                "TotalCharges,dollars as text; blank in the first month",
                "Churn,left within the last month",
            ),
        ),
    ),
    plans=(
        Plan(
            by="marcus.bell",
            state="shortlisted",
            understanding="""You have 500 calls a month and spend them on the largest bills, which
                finds one leaver in three. The question is not who leaves but who is worth one
                of 500 calls. With 26.5% leaving, a random list already finds 132 of them; your
                rule finds 165; the target is 300.""",
            approach="""First a logistic regression on contract, tenure and charges, because on
                this table it is hard to beat. Then LightGBM with monotone constraints on
                tenure. Both are cut at 500 and compared there. I also set aside 10% of the list
                at random each month and do not call them: in three months you will know whether
                calls keep anyone, which no churn model can tell you.""",
            data_preparation="""TotalCharges to numbers with the 11 blank rows set to zero, since
                their tenure is zero. “No internet service” folded into “No” for the six
                add-ons, so that the model does not learn the same fact six times. Then a
                leakage review with Devon: is anything in the snapshot written after a customer
                gave notice?""",
            validation_plan="""The second month you offered is the test set and stays closed until
                the end. Within the first month: five folds, repeated three times, precision at
                the top 7.1% (500 of 7,043). I report the interval, which will be about four
                points either way at this size.""",
            risks="""One snapshot cannot show seasons. If the second month differs much, I say so
                and the go/no-go turns to no. Precision of 60% at 500 is ambitious; on this kind
                of table I expect 62 to 70% among the top 300 and less further down.""",
            assumptions="""A second monthly snapshot arrives by week three. The desk can leave 50
                customers uncalled.""",
            answers=(
                """Only by not calling some of them. That is why I ask for the 10% held back;
                    after a quarter the difference in departures is the answer, with an
                    interval.""",
                """TotalCharges. It is nearly tenure times the bill, so it adds little, and it
                    breaks first when a price changes.""",
            ),
            steps=(
                step(
                    "data",
                    "Feasibility and go/no-go",
                    2600,
                    22,
                    5,
                    "Data report, leakage review, three-column baseline, recommendation.",
                    """Report names every column with its share of missing values and a leakage
                        verdict""",
                    "Baseline precision at 500 is stated with an interval",
                    "Go or no-go is stated with its reason",
                ),
                step(
                    "modelling",
                    "Model and withheld-month evaluation",
                    5400,
                    44,
                    8,
                    "Training code with tests, model, evaluation on the withheld month.",
                    """One command retrains from the table and gives the same figures to three
                        decimals""",
                    "Precision at 500 on the withheld month is reported beside both baselines",
                    "Gender and SeniorCitizen are not among the inputs, shown by a test",
                ),
                step(
                    "deployment",
                    "Monthly job and agents' guide",
                    3200,
                    26,
                    11,
                    "Scheduled job, table with reasons, guide, model card.",
                    """The job writes 500 ranked rows with up to three reasons each in under ten
                        minutes""",
                    "Two agents have read the guide and their questions are answered in it",
                ),
            ),
        ),
        Plan(
            by="ines.carvalho",
            understanding="""Nine agents, 500 calls, one snapshot of 7,043 customers.
                Month-to-month customers leave at more than ten times the rate of two-year ones,
                so any model will look clever; the useful part is the order within the
                month-to-month group, where most of your 1,869 leavers are.""",
            approach="""I fit within contract groups as well as overall and compare both at the
                500th customer. A regularised logistic regression stays as reference and as the
                source of reasons; boosting is used for the order only if it wins by the three
                points that you ask for.""",
            data_preparation="""Recode the six “No internet service” columns, treat tenure zero as
                its own case, check the 11 blank totals. Build the reasons from groups of
                columns (contract, support, price) instead of single ones, so that an agent
                hears “no technical support on fibre” and not four codes.""",
            validation_plan="""Your second month as the final test, opened once. Before that,
                repeated cross-validation with the rank cut at 7.1%. Calibration by decile,
                because a desk of nine will start to say “seventy per cent” on the phone.""",
            risks="""The sample is small for subgroups: fibre customers over two years are a few
                hundred. I will not report precision for groups under 100. If the snapshot was
                taken after notice was given, several columns leak.""",
            assumptions="Access to one person at the desk for two hours in the first week.",
            advice="""Fixed price fits: the table is small and the end is clear. The monthly care
                afterwards deserves terms of its own.""",
            answers=(
                """From this table, not at all. I would hold back a random tenth of the list and
                    compare after 60 days.""",
                """PaymentMethod: electronic cheque predicts churn strongly, but it may only mark
                    people who signed up through one channel.""",
            ),
            steps=(
                step(
                    "data",
                    "Data review and reference model",
                    2200,
                    24,
                    5,
                    "Data review, reference logistic regression, list of 500 for one past month.",
                    "Each of the 21 columns has a verdict: use, recode, or drop, with a reason",
                    "Reference precision at 500 with a 95% interval",
                ),
                step(
                    "modelling",
                    "Ranked list with reasons",
                    5100,
                    52,
                    9,
                    "Model, tests, evaluation, reasons per customer.",
                    "Precision at 500 on the second month beside the reference",
                    "Every listed customer has one to three reasons in plain words",
                    "Calibration error by decile is under 5 points",
                ),
                step(
                    "handover",
                    "Handover and first live month",
                    2400,
                    24,
                    12,
                    "Monthly job in dbt, model card, session with the desk.",
                    "The desk's lead runs the job from the runbook without help",
                    "Model card states the limits named in this proposal",
                ),
            ),
        ),
        Plan(
            by="anjali.deshmukh",
            understanding="""The list is only as good as the day it describes. You have one
                snapshot, and a monthly list needs twelve. I would first make the table that can
                be rebuilt for any past month, and then a modest model.""",
            approach="""dbt models for a point-in-time customer table from your billing and
                service tables, tests on them, and a logistic regression whose inputs are that
                table. A stronger model can come later from anybody, on the same ground.""",
            data_preparation="""That is most of this proposal: history from the billing log,
                contract changes as intervals, charges as of the day. The 7,043-row sample
                becomes the check: rebuilding its date must give the same 21 columns.""",
            validation_plan="""Rebuild the sample's month and compare all columns. Then train on
                the months before and report precision at 500 for the three newest months
                separately.""",
            risks="""If the billing log is overwritten monthly there is no history to rebuild; I
                find out in the first week and stop after the first milestone. The precision of
                a plain model may stay under 60%.""",
            assumptions="Read access to the raw billing tables, not only to the sample.",
            answers=(
                "I would not claim it. A control group is the only way that I know of.",
                "Contract, because I suspect that it is stored as of today.",
            ),
            steps=(
                step(
                    "data",
                    "Point-in-time customer table",
                    3900,
                    62,
                    6,
                    "dbt project, tests, reconciliation with the sample.",
                    "The sample's month rebuilt: all 21 columns equal for at least 99% of rows",
                    "dbt tests pass in your environment",
                ),
                step(
                    "modelling",
                    "Plain model on twelve months",
                    2800,
                    44,
                    9,
                    "Logistic regression, report by month.",
                    "Precision at 500 for each of the three newest months",
                    "Coefficients explained on one page",
                ),
                step(
                    "handover",
                    "Schedule and runbook",
                    1500,
                    24,
                    10,
                    "Schedule, alerts, runbook.",
                    "A failed run alerts Devon within an hour, shown once on purpose",
                ),
            ),
        ),
    ),
)
