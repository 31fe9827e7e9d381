"""Rests on UCI Default of Credit Card Clients, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="card-default",
    organisation="farol",
    data_set="UCI Default of Credit Card Clients, CC BY 4.0",
    figures=("30,000", "23", "22.1%"),
    title="Warn us two months before a card customer stops paying",
    summary="""Default model on six months of statements, with reasons, error rates by group and a
        threshold tied to cost.""",
    problem="""We raise limits once a year by a rule from 2012 and learn of a default when it
        happens. As a shared ground we use the public UCI data of 30,000 card clients in Taiwan
        with 23 features: limit, age, education, six months of repayment status, bills and
        payments. 6,636 of them defaulted the month after (22.1%).

        We want the method developed there, documented, and then repeated by us on our own
        84,000 cards.""",
    why_it_matters="""A default costs us 2,300 euros on average. A call in time turns about one in
        six into a repayment plan.""",
    goal_kpi="Defaults among the 10% of customers flagged",
    goal_baseline="“Two months late” flags 10% and catches 31% of defaults",
    goal_target="40% of defaults in the flagged 10%",
    goal_worth="About 190,000 euros a year on our portfolio",
    success_metrics="""Defaults caught at 10% flagged. AUC with interval: published models on this
        table lie around 0.77 to 0.78. Brier score.""",
    guardrails="""Sex and marital status are not inputs. False-alarm rates by sex, age band and
        education are in the report whatever they show.""",
    data_sources="UCI Default of Credit Card Clients (CC BY 4.0), April to September 2005.",
    data_volume="30,000 rows, 23 features and the label",
    data_labels="Default next month, 22.1% yes, complete",
    data_quality="""Education has undocumented codes 0, 5, 6; repayment status uses -2, -1 and 0
        in ways that the description does not explain.""",
    data_location="Public; our own in Porto",
    data_access="At once for the public part",
    data_sensitivity="financial",
    data_rules="Our own portfolio is never copied; you hand over code and we run it.",
    deployment="Monthly batch, run by us",
    stack="Python, scikit-learn; R accepted for the analysis",
    residency="Portugal",
    priority="explainability",
    deliverables="""Method report, code with tests, fairness annex, instructions to repeat it on
        our data.""",
    overlap="Four hours with Lisbon",
    specialisms=("supervised",),
    tools=("scikit-learn", "XGBoost", "R"),
    industry="banking",
    budget=(7000, 12000),
    weeks=8,
    plans=(
        Plan(
            by="daniel.okafor",
            state="accepted",
            understanding="""You want a method that your own staff can repeat, shown on 30,000
                public cards. The last repayment status carries most of the signal, and your
                rule is one threshold on it. A better order inside “one month late” is where the
                extra nine points would have to come from.""",
            approach="""A scorecard with weight-of-evidence bins first, monotone in lateness and
                use of the limit. XGBoost with monotone constraints as challenger. Where the two
                disagree by more than ten points I list cases for your risk team.""",
            data_preparation="""Undocumented education codes are merged into “other”, with a note
                on how many. Repayment codes -2, -1 and 0 are kept apart because their default
                rates differ. Ratios of payment to bill for six months, capped, with a flag when
                the bill is zero or negative.""",
            validation_plan="""One month of labels means no time split. Stratified five folds,
                repeated ten times; a fifth is sealed by hash before I start and opened once.
                Groups by sex, age band and education are reported on the sealed part.""",
            risks="""Taiwan in 2005 was a card crisis; levels will not transfer, only the method.
                40% at 10% is near what this table can give; I expect 36 to 41.""",
            assumptions="Your risk team reads the disagreement cases within a week.",
            steps=(
                step(
                    "data",
                    "Codes settled and scorecard bins",
                    2100,
                    30,
                    2,
                    "Data note, bins, sealed split with hash.",
                    "Every code of EDUCATION and PAY_0 to PAY_6 has a stated treatment",
                    "Hash of the sealed rows is in the report",
                ),
                step(
                    "modelling",
                    "Scorecard, challenger, fairness annex",
                    4600,
                    66,
                    5,
                    "Both models, report, annex by group.",
                    """Defaults caught at 10% flagged on the sealed rows, for rule, scorecard and
                        challenger""",
                    "False-alarm rates by sex, age band and education are in the annex",
                    "SEX and MARRIAGE are not inputs, shown by a test",
                ),
                step(
                    "handover",
                    "Repeat it on your own cards",
                    2000,
                    28,
                    8,
                    "Package, instructions, a day of support.",
                    "Your analyst runs the package on your portfolio without my access to it",
                ),
            ),
        ),
        Plan(
            by="amara.diallo",
            state="closed",
            understanding="""Two months' warning, for people whom a call can still help. That
                makes false alarms cheap and missed defaults dear, up to the capacity of your
                desk, and it makes error rates by group a matter of substance.""",
            approach="""CatBoost on the six-month sequence, with a logistic regression on four
                ratios beside it as the model a customer can be told about.""",
            data_preparation="""Sequences aligned to the label month, undocumented codes reported
                first and merged second, ratios with flags for empty bills.""",
            validation_plan="""Ten folds, sealed fifth, defaults at 10% flagged and Brier score;
                bootstrap differences between groups instead of single figures.""",
            risks="""Group differences may be large in lateness itself; removing sex as an input
                does not remove them, and I would say what would.""",
            assumptions="A named person in compliance reads the annex before the model is final.",
            steps=(
                step(
                    "data",
                    "Sequences and codes",
                    1800,
                    28,
                    3,
                    "Data note and code.",
                    "Each undocumented code is counted and treated",
                ),
                step(
                    "modelling",
                    "Two models and the group report",
                    4200,
                    64,
                    7,
                    "Models and report.",
                    "Defaults caught at 10% for both models on sealed rows",
                    "Differences between groups with intervals",
                ),
            ),
        ),
    ),
)
