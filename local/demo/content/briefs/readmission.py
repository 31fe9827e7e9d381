"""Rests on UCI Diabetes 130-US Hospitals 1999–2008, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="readmission",
    organisation="aldersgate",
    data_set="UCI Diabetes 130-US Hospitals 1999–2008, CC BY 4.0",
    figures=("101,766", "130", "11.2%"),
    title="Which third of discharged patients should a nurse phone twice",
    summary="""Readmission within 30 days for patients with diabetes: calibration first, on
        101,766 public stays.""",
    problem="""A nurse phones each patient with diabetes after discharge. A second call would help
        some, and there is time for a third of them. The public record of 130 US hospitals has
        101,766 stays with about 50 columns; 11.2% were readmitted within 30 days.

        We know that readmission is hard to predict and that published models rarely pass an
        AUROC of 0.7. We want a calibrated, modest one, and a clear statement of what it cannot
        do.""",
    why_it_matters="A readmission costs about 2,800 pounds and a patient's trust.",
    goal_kpi="Readmissions among the third who get a second call",
    goal_baseline="33% by chance, 44% with the LACE index in our audit",
    goal_target="50%",
    goal_worth="Eleven avoided readmissions a month, if the call works as in the literature",
    success_metrics="""Readmissions in the top third; calibration slope between 0.9 and 1.1;
        decision curve.""",
    guardrails="Race and insurance are not inputs. One stay per patient in the analysis.",
    data_sources="UCI Diabetes 130-US Hospitals (CC BY 4.0); own 18,000 stays for the repeat.",
    data_volume="101,766 stays of 71,518 patients, about 50 columns",
    data_labels="Readmitted within 30 days, later, or not; 11.2% within 30 days",
    data_quality="""Weight is missing in 97% of rows, the medical specialty in half. Patients who
        died or went to a hospice cannot be readmitted and must be taken out.""",
    data_location="Public; own in the hospital network",
    data_access="Four weeks for own data",
    data_sensitivity="health",
    data_rules="UK GDPR; own data stay inside.",
    deployment="A score in the discharge letter system, later and not by you",
    stack="R or Python",
    residency="United Kingdom",
    priority="explainability",
    deliverables="TRIPOD report, model as a table of points, script for our stays.",
    overlap="Two hours with London",
    specialisms=("supervised", "analytics"),
    tools=("R", "statsmodels"),
    industry="healthcare",
    budget=(8000, 12500),
    weeks=10,
    plans=(
        Plan(
            by="leila.haddad",
            state="accepted",
            understanding="""A modest model with good calibration. From 101,766 stays, deaths and
                hospice discharges go first, then one stay per patient: about 70,000 remain. The
                number of earlier inpatient stays carries most of the signal, and the AUROC will
                be near 0.65.""",
            approach="""Penalised logistic regression with splines for age and days in hospital,
                turned into a table of points. Boosting as an upper mark, to say what is lost.""",
            data_preparation="""Diagnosis codes into nine groups, as in the paper by Strack and
                others; weight dropped, specialty kept with “not stated”; discharge types that
                exclude readmission removed with a count.""",
            validation_plan="""Bootstrap for optimism, then your 18,000 stays as external
                validation: slope, top third, decision curve, each with an interval.""",
            risks="""American hospitals before 2009 differ from yours; recalibration will be
                necessary and I plan for it. If the slope outside is under 0.7, I recommend to
                keep LACE.""",
            assumptions="A clinician answers questions on discharge codes within three days.",
            steps=(
                step(
                    "data",
                    "Cohort and codes",
                    2800,
                    35,
                    4,
                    "Cohort, flow chart, code groups.",
                    "Flow chart with the count of each exclusion",
                    "One stay per patient, shown by a test",
                ),
                step(
                    "modelling",
                    "Points table with calibration",
                    5000,
                    62,
                    8,
                    "Model, report after TRIPOD.",
                    "Calibration slope and readmissions in the top third, corrected for optimism",
                    "Decision curve beside LACE",
                ),
                step(
                    "handover",
                    "External validation on own stays",
                    3200,
                    40,
                    12,
                    "Script, recalibration, report.",
                    "Slope and top third on own stays with intervals",
                    "Recommendation: use, recalibrate, or keep LACE",
                ),
            ),
        ),
        Plan(
            by="amara.diallo",
            understanding="""A list for a nurse, a third long. What it misses will not be random:
                I would report misses by sex, age and language beside the main figure.""",
            approach="""Logistic regression and CatBoost, monotone in earlier stays; thresholds by
                ward so that each nurse has a third.""",
            data_preparation="""Exclude deaths and hospice, one stay per patient, medications as
                “changed” or “not changed”.""",
            validation_plan="Grouped folds by hospital type, top third, calibration by group.",
            risks="""My clinical experience is thinner than my statistical one; I need your
                clinician more than others would.""",
            assumptions="Two hours a week with a clinician.",
            steps=(
                step("data", "Cohort", 2100, 34, 5, "Cohort and note.", "Exclusions counted"),
                step(
                    "modelling",
                    "Models and misses by group",
                    4900,
                    78,
                    10,
                    "Models, report.",
                    "Readmissions in the top third by group with intervals",
                ),
                step(
                    "handover",
                    "Script",
                    1500,
                    24,
                    12,
                    "Script, session.",
                    "Your analyst runs it inside",
                ),
            ),
        ),
    ),
)
