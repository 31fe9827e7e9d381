"""Rests on PlantVillage (Hughes and Salathé, 2015; Mohanty et al., 2016)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="leaf-disease",
    organisation="nyota",
    data_set="PlantVillage (Hughes and Salathé, 2015; Mohanty et al., 2016)",
    figures=("54,306", "38", "99.35%", "31.4%"),
    title="A leaf-disease app that still works outside the laboratory",
    summary="""99.35% on laboratory leaves, 31.4% on others: help us find the honest number for
        our farmers.""",
    problem="""PlantVillage has 54,306 photographs of leaves on a plain background, in 38 classes
        of 14 crops. Mohanty and others reached 99.35% on withheld images of it, and 31.4% on
        photographs taken elsewhere. Our officers saw the same with the app that we tested.

        We grow maize, potatoes and tomatoes. We have 2,400 field photographs, labelled by two
        agronomists, and officers with cheap phones.""",
    why_it_matters="""A wrong “healthy” costs a field. A wrong “blight” costs a spraying that a
        family cannot afford.""",
    goal_kpi="Right diagnosis on field photographs, “not sure” allowed",
    goal_baseline="42% with the app that we tested",
    goal_target="80% right where it answers, on at least 70% of photographs",
    goal_worth="6,100 member families",
    success_metrics="""Right among answered and share answered, on farms not seen in training; by
        crop.""",
    guardrails="Runs offline on a phone with 2 GB, under two seconds. Says “not sure”.",
    data_sources="PlantVillage for pretraining; 2,400 own field photographs from 212 farms.",
    data_volume="54,306 public images; 2,400 own",
    data_labels="38 public classes; own: nine classes, two agronomists, agreement 0.83",
    data_quality="Public leaves are picked and lie on paper; several images show the same leaf.",
    data_location="Nairobi",
    data_access="Three days",
    deployment="Android, offline",
    stack="TensorFlow Lite or ONNX",
    phases=("data", "modelling", "deployment"),
    deliverables="Field test set, model, app component, report by crop.",
    overlap="Four hours with Nairobi",
    specialisms=("computer_vision",),
    tools=("TensorFlow", "ONNX"),
    industry="agriculture",
    budget=(5500, 9000),
    weeks=10,
    plans=(
        Plan(
            by="olumide.adeyemi",
            state="shortlisted",
            understanding="""Laboratory leaves taught the last app to look at the paper. 2,400
                field photographs from 212 farms are few and precious: they test first and train
                second, split by farm.""",
            approach="""Pretrain on public leaves with the background replaced by soil and leaves,
                tune on 140 farms, calibrate “not sure” on 30, test on 42. A small network that
                fits two seconds.""",
            data_preparation="""Same leaf in several public images kept together; agronomists
                settle the cases where they differ; 300 more photographs of the three rarest
                classes by your officers.""",
            validation_plan="""42 farms closed until the end: right among answered against share
                answered, by crop and by phone.""",
            risks="""Nine classes on 42 farms: two of them will have under 20 photographs, and I
                give counts for those. New diseases are “not sure” at best.""",
            assumptions="Officers take 300 photographs by the guide that I send.",
            steps=(
                step(
                    "data",
                    "Farms split, 300 photographs more",
                    1700,
                    31,
                    6,
                    "Split, guide, photographs.",
                    "No farm is in two parts",
                    "300 photographs with two labels",
                ),
                step(
                    "modelling",
                    "Field model with “not sure”",
                    3600,
                    65,
                    11,
                    "Model, report.",
                    "Curve of right among answered on 42 farms, by crop",
                    "99% on laboratory leaves is not reported as a result",
                ),
                step(
                    "deployment",
                    "Offline component",
                    1800,
                    33,
                    14,
                    "Component, test app.",
                    "Two seconds on the 2 GB phone, measured for 50 photographs",
                ),
            ),
        ),
        Plan(
            by="samuel.tefera",
            understanding="""A question of transfer from one place to another, which is what maps
                are about, too.""",
            approach="""Features of a pretrained network with a light classifier, weighted towards
                photographs like yours; distance to training as “not sure”.""",
            data_preparation="""Farms by region, photographs by phone, agronomists' differences
                kept as soft labels.""",
            validation_plan="Regions held out, right among answered, by crop.",
            risks="""A light classifier may be five points weaker; it needs no graphics card for
                retraining, which your officers could do.""",
            assumptions="Region of each farm is known.",
            steps=(
                step(
                    "data",
                    "Regions",
                    1300,
                    25,
                    6,
                    "Split.",
                    "Photographs by region, crop and phone",
                ),
                step(
                    "modelling",
                    "Light classifier",
                    3100,
                    60,
                    11,
                    "Model, report.",
                    "Right among answered with regions held out",
                ),
                step(
                    "handover",
                    "Retraining by officers",
                    900,
                    17,
                    13,
                    "Manual, session.",
                    "An officer retrains with 50 new photographs",
                ),
            ),
        ),
    ),
)
