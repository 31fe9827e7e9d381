"""Rests on French Motor Third-Party Liability Claims, freMTPL2freq."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="motor-claims",
    organisation="ormeau",
    data_set="French Motor Third-Party Liability Claims, freMTPL2freq",
    figures=("678,013", "5%"),
    title="Is boosting worth it over our GLM? Claim frequency on 678,013 policies",
    summary="""A pricing study: GLM, boosted trees and what lies between, out of sample and by
        class of risk.""",
    problem="""Our frequency model is a Poisson GLM with eleven factors. Every year somebody asks
        whether boosting is better. freMTPL2freq is the public record nearest to us: 678,013
        French motor policies with nine rating factors and exposure; about 5% have a claim.

        We want the difference in deviance, where it comes from, and whether a GLM with two more
        interactions would take most of it.""",
    why_it_matters="""One point of loss ratio is 3.9 million euros. The filing of a new kind of
        model takes a year.""",
    goal_kpi="Poisson deviance on withheld policies",
    goal_baseline="GLM with the nine factors, as in the public tutorials",
    goal_target="A decision: GLM, GLM with interactions, or boosting",
    goal_worth="3.9 million euros for each point of loss ratio",
    success_metrics="""Poisson deviance with intervals; lift by decile between models; balance by
        class.""",
    guardrails="""Exposure as offset. Total predicted claims equal observed within 1%.
        Relativities must be drawn.""",
    data_sources="freMTPL2freq (CASdatasets, OpenML 41214).",
    data_volume="678,013 policies, nine factors, exposure up to a year",
    data_labels="Claim counts, about 5% of policies with at least one",
    data_quality="""Some exposures over a year and a few policies with implausible claim counts;
        policies of one customer are not linked.""",
    data_location="Public; own portfolio in Nantes",
    data_access="At once",
    data_sensitivity="financial",
    data_rules="Own portfolio only on our machines.",
    deployment="None: a study with code",
    stack="R or Python",
    residency="France",
    priority="explainability",
    deliverables="""Study, code, two interactions with evidence, presentation to the pricing
        committee.""",
    overlap="Four hours with Paris",
    language="fr",
    specialisms=("supervised", "analytics"),
    tools=("R", "LightGBM", "statsmodels"),
    industry="insurance",
    budget=(10000, 16000),
    weeks=8,
    questions=("Which result would make you recommend to stay with the GLM?",),
    plans=(
        Plan(
            by="hannah.lindqvist",
            state="shortlisted",
            understanding="""A decision between three, with a year of filing on one side. The
                deviance gap on this data is real and small; most of it, in my experience, sits
                in driver age against bonus-malus and in density.""",
            approach="""Your GLM rebuilt, boosting with offset, then interactions mined from the
                boosted model and put into the GLM one by one, each tested in three folds that
                it was not found in.""",
            data_preparation="""Exposure capped at one year, claim counts capped at four and shown
                both ways, bonus-malus in bands as in your tariff.""",
            validation_plan="""Five folds by policy, deviance with intervals by fold; balance by
                class; double lift between models.""",
            risks="""Policies of one customer may be in several folds, which flatters boosting; I
                estimate by how much with clusters of identical factors.""",
            assumptions="Your tariff's bands may be used.",
            answers=(
                """If two interactions take more than 70% of the gap in deviance, or if boosting's
                    gain sits in classes with under 2,000 policies.""",
            ),
            steps=(
                step(
                    "data",
                    "Rebuild the GLM",
                    3200,
                    27,
                    5,
                    "Clean table, GLM.",
                    "GLM repeats the public tutorial's deviance to three decimals",
                    "Effect of each cap is shown",
                ),
                step(
                    "modelling",
                    "Boosting and interactions",
                    6800,
                    57,
                    9,
                    "Models, study.",
                    "Deviance of the three with intervals",
                    "Share of the gap taken by each added interaction",
                ),
                step(
                    "handover",
                    "Committee",
                    2400,
                    20,
                    11,
                    "Presentation, code.",
                    "The committee has decided or named what is missing",
                ),
            ),
        ),
        Plan(
            by="gabriela.ionescu",
            understanding="""Is there a difference, how sure, and whom does it concern? I am no
                actuary; I know how to compare.""",
            approach="""The three models with public code, differences in deviance by paired
                resampling, and a map of who would pay more.""",
            data_preparation="""Exposure and counts as you define them; policies with identical
                factors grouped in folds.""",
            validation_plan="Grouped folds, paired intervals, redistribution by age and region.",
            risks="Tariff knowledge has to come from you.",
            assumptions="An actuary for a day a week.",
            answers=(
                """If the interval of the difference includes zero once identical policies are
                    kept together.""",
            ),
            steps=(
                step(
                    "data",
                    "Groups and folds",
                    2400,
                    30,
                    5,
                    "Table, folds.",
                    "Identical factor rows stay in one fold",
                ),
                step(
                    "modelling",
                    "Paired comparison",
                    5600,
                    70,
                    10,
                    "Study.",
                    "Difference in deviance with paired interval",
                    "Who would pay more, by age band",
                ),
            ),
        ),
        Plan(
            by="daniel.okafor",
            state="declined",
            reason="Thank you. We look for somebody who has filed a motor tariff before.",
            understanding="""Two models and a committee. From credit I know the pattern: the
                challenger is better and the champion stays.""",
            approach="""GLM and XGBoost with monotone bonus-malus; disagreement list for your
                actuaries.""",
            data_preparation="Caps, bands, offset.",
            validation_plan="Folds by policy, deviance and Gini of the Lorenz curve.",
            risks="I have not filed a tariff in France.",
            assumptions="Actuaries read 200 cases.",
            answers=("If the cases of disagreement convince your actuaries of the GLM.",),
            steps=(
                step("data", "Caps and bands", 1700, 24, 5, "Table.", "Counts by band"),
                step(
                    "modelling",
                    "Champion and challenger",
                    4400,
                    62,
                    9,
                    "Models, cases.",
                    "Deviance of both",
                    "200 cases of largest disagreement",
                ),
            ),
        ),
    ),
)
