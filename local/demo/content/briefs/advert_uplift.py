"""Rests on Criteo Uplift v2.1, CC BY-NC-SA 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="advert-uplift",
    organisation="meridian",
    data_set="Criteo Uplift v2.1, CC BY-NC-SA 4.0",
    figures=("13,979,592", "85%", "4.7%"),
    title="Find the visitors whom an advertisement changes",
    summary="""Uplift model on a randomised advertising log of our partner's size, with a policy
        that spends half as much.""",
    problem="""Our agency shows advertisements to nearly everybody it can. We are about to run a
        randomised test ourselves; before that we want the method ready on a public log of the
        same shape: Criteo's uplift data, 13,979,592 rows, 12 anonymous features, 85% treated,
        4.7% visiting and 0.29% converting.

        We want to know which half of the audience brings most of the added visits, and how sure
        one can be with such a small effect.""",
    why_it_matters="""Advertising is our second largest cost. If half of it changes nothing, we
        want to stop that half.""",
    goal_kpi="Share of added visits reached with half of the impressions",
    goal_baseline="50% by definition, for a random half",
    goal_target="75%, with the lower end of the interval above 65%",
    goal_worth="About 400,000 dollars of impressions a year",
    success_metrics="""Qini coefficient and added visits at 50%, with bootstrap intervals, on a
        withheld third. Conversions are too rare for a main metric.""",
    guardrails="""The method must be repeatable on our own test without the authors.
        Non-commercial licence: the public log is for the rehearsal only.""",
    data_sources="""Criteo Uplift Prediction v2.1 (CC BY-NC-SA 4.0), later our own test of 2
        million customers.""",
    data_volume="13,979,592 rows, 12 features, 311 MB compressed",
    data_labels="Treatment, exposure, visit and conversion for each row",
    data_quality="""Features are random projections without names. The treated share is 85%, so
        the control group is the scarce side.""",
    data_location="Public download, later Snowflake",
    data_access="At once for the rehearsal",
    deployment="Notebook and package; the agency applies the scores",
    stack="Python, scikit-learn, Polars",
    phases=("data", "modelling", "handover"),
    deliverables="Reproducible package, report, protocol for our own test with its sample size.",
    overlap="Two hours with Pacific time",
    specialisms=("supervised", "analytics", "reinforcement"),
    tools=("scikit-learn", "Polars"),
    industry="marketing",
    budget=(7000, 11000),
    weeks=8,
    plans=(
        Plan(
            by="tariq.aziz",
            state="accepted",
            understanding="""You want the method before your own test, so the product is a
                procedure with known error bars, and the Criteo log is where we rehearse. The
                added visit rate there is about one point, on a base of 4.7%, so any ranking is
                noisy and the intervals are the message.""",
            approach="""Three learners of rising cost: a class-transformation model, two models,
                and an X-learner, all with boosting. The policy is “treat the top half” and it
                is valued by inverse propensity on the withheld third, where treatment was
                random.""",
            data_preparation="""Read the log in Polars, check randomisation by predicting
                treatment from the 12 features (an AUC away from 0.5 would be a warning, and in
                this log is worth checking), fixed thirds by hash of the row.""",
            validation_plan="""Qini and added visits at 50% with 500 bootstrap samples over rows.
                The third is opened once per learner. A placebo run with shuffled treatment must
                give a Qini around zero.""",
            risks="""The features are anonymous, so nothing about why will transfer. If the
                interval for 75% includes 60%, I say that the log cannot decide it.""",
            assumptions="Your own test keeps at least 20% untreated; 15% wastes power.",
            steps=(
                step(
                    "data",
                    "Log checked and thirds fixed",
                    1800,
                    30,
                    2,
                    "Randomisation report, fixed split, placebo run.",
                    "AUC of predicting treatment is reported with its interval",
                    "Placebo Qini's interval includes zero",
                ),
                step(
                    "modelling",
                    "Three learners compared",
                    4200,
                    70,
                    5,
                    "Package, report with intervals.",
                    """Added visits at 50% for each learner on the withheld third, with 95%
                        intervals""",
                    "One command repeats the table within 0.2 points",
                ),
                step(
                    "handover",
                    "Protocol for your own test",
                    2100,
                    34,
                    8,
                    "Protocol, sample-size calculation, session with the agency.",
                    """Sample size for an 80% chance of seeing a gain of ten points at 50% is
                        derived in the document""",
                ),
            ),
        ),
        Plan(
            by="zeynep.aydin",
            state="declined",
            reason="""A careful plan. We preferred the proposal with the placebo run and the
                protocol for our own test.""",
            understanding="""Half the impressions, three quarters of the effect. The trap is to
                predict who visits: those people visit anyway. With 85% treated, the small
                control group limits everything.""",
            approach="""Uplift trees, pruned on the control group's size, because a rule with four
                leaves can be argued with. A boosted two-model learner as the upper mark.""",
            data_preparation="""Check balance per feature, thin the treated rows for tree growing,
                keep the full log for valuation.""",
            validation_plan="""Withheld third, Qini and added visits at 30, 50 and 70%. Intervals
                by bootstrap.""",
            risks="""A four-leaf rule may cost several points. Anonymous features make leaves
                meaningless to the agency on this log.""",
            assumptions="The agency can apply a rule with thresholds.",
            steps=(
                step(
                    "data",
                    "Balance and sampling",
                    1600,
                    26,
                    3,
                    "Balance report and sampling code.",
                    "Standardised difference for each of the 12 features",
                ),
                step(
                    "modelling",
                    "Uplift tree and upper mark",
                    4300,
                    68,
                    7,
                    "Tree, learner, report.",
                    "Added visits at 30, 50 and 70% with intervals",
                    "The tree fits on one page",
                ),
            ),
        ),
    ),
)
