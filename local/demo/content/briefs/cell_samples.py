"""Rests on UCI Breast Cancer Wisconsin (Diagnostic), CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="cell-samples",
    organisation="aldersgate",
    data_set="UCI Breast Cancer Wisconsin (Diagnostic), CC BY 4.0",
    figures=("569", "212", "357"),
    title="What 569 cell samples can and cannot tell our pathologists",
    summary="""A teaching study on a famous small data set: intervals, calibration, and where the
        model must stay silent.""",
    problem="""Our pathologists are asked about artificial intelligence every week. We want a
        study that they can follow to the last figure, on the public Wisconsin data: 569
        fine-needle samples, 30 measurements of cell nuclei, 212 malignant and 357 benign.

        Everybody gets 97% on it. We would like to know what 97% of 569 means, which samples are
        hard, and what a threshold that misses no cancer would cost.""",
    why_it_matters="The study decides whether the department trusts the next proposal.",
    goal_kpi="Benign samples cleared with no malignant one missed",
    goal_baseline="0, since all are read by a person",
    goal_target="A statement with its interval, not a number to beat",
    goal_worth="Cannot be given in money",
    success_metrics="""Share of benign samples cleared at zero missed cancers in nested
        cross-validation, with the upper end of the interval for missed cancers.""",
    guardrails="""No claim for clinical use. Every figure repeatable by a pathologist with one
        command.""",
    data_sources="""UCI Breast Cancer Wisconsin (Diagnostic), CC BY 4.0; also shipped with
        scikit-learn.""",
    data_volume="569 rows, 30 measurements",
    data_labels="Malignant 212, benign 357, confirmed",
    data_quality="No missing values; measurements are strongly correlated; one hospital, 1990s.",
    data_location="Public",
    data_access="At once",
    deployment="A notebook and a lecture",
    stack="R or Python",
    priority="explainability",
    deliverables="Study of ten pages, repeatable code, a lecture of 40 minutes.",
    overlap="Two hours with London",
    specialisms=("supervised", "analytics"),
    tools=("R", "scikit-learn"),
    industry="healthcare",
    budget=(4000, 6500),
    weeks=5,
    plans=(
        Plan(
            by="freya.sandberg",
            state="accepted",
            understanding="""A study to learn from. With 212 malignant samples, “none missed”
                means that up to 1.4% could be missed (rule of three), and that sentence is
                worth more than any AUROC.""",
            approach="""Logistic regression on five measurements against everything else, because
                the thirty are really about five. Conformal sets show where the model should
                stay silent.""",
            data_preparation="""Correlation groups, one measurement chosen from each by a
                pathologist; scaling inside the folds only, with a demonstration of what happens
                otherwise.""",
            validation_plan="""Nested cross-validation, repeated 50 times; exact intervals; a page
                on the five samples that every model gets wrong.""",
            risks="""One hospital and one needle: nothing here says how it would go with you, and
                chapter one says so.""",
            assumptions="A pathologist for two afternoons.",
            steps=(
                step(
                    "data",
                    "Measurements and folds",
                    1400,
                    12,
                    2,
                    "Groups, folds, leakage demonstration.",
                    "One measurement per group is chosen with a pathologist",
                    "The leakage demonstration shows both figures",
                ),
                step(
                    "modelling",
                    "Study with intervals",
                    2700,
                    23,
                    4,
                    "Study, code.",
                    """Share of benign cleared at zero missed, with the upper bound for missed
                        cancers""",
                    "One command repeats every figure",
                ),
                step(
                    "handover",
                    "Lecture",
                    1100,
                    9,
                    6,
                    "Slides, 40 minutes, questions.",
                    "Lecture held, slides and recording handed over",
                ),
            ),
        ),
        Plan(
            by="leila.haddad",
            state="closed",
            understanding="Teach uncertainty on a set that everybody believes to be solved.",
            approach="""Bayesian logistic regression with sensible priors, posterior shown as
                pictures; decision curve in place of accuracy.""",
            data_preparation="Standardise inside folds, horseshoe prior over the thirty.",
            validation_plan="Repeated nested folds, posterior predictive checks.",
            risks="Priors take half of the lecture to explain.",
            assumptions="The audience has seen a regression before.",
            steps=(
                step(
                    "modelling",
                    "Study",
                    3400,
                    42,
                    5,
                    "Study, code.",
                    "Decision curve with credible band",
                ),
                step("handover", "Lecture", 900, 11, 6, "Lecture.", "Lecture held"),
            ),
        ),
    ),
)
