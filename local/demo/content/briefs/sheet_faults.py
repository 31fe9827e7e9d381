"""Rests on UCI Steel Plates Faults, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="sheet-faults",
    organisation="kestrel",
    data_set="UCI Steel Plates Faults, CC BY 4.0",
    figures=("1,941", "27", "673"),
    title="Sort sheet faults into seven kinds, and admit “other”",
    summary="Fault type from 27 geometric features, with “other faults” as a third of the data.",
    problem="""The camera on the coating line finds faults and measures 27 features of each. What
        kind it is decides which roll to change. The public UCI set has 1,941 faults of seven
        kinds; the largest, 673, is called “other faults”, which is how our own list looks too.
        We want the six named kinds sorted reliably and the rest sent to a person.""",
    why_it_matters="Changing the wrong roll stops the line for 40 minutes.",
    goal_kpi="Right kind among the faults that are sorted",
    goal_baseline="72% by the camera's rules",
    goal_target="93% right with at least 60% sorted",
    goal_worth="Eleven wrong roll changes a month",
    success_metrics="""Accuracy among sorted against share sorted, as a curve; confusion matrix of
        the six kinds.""",
    guardrails="“Other” is an answer. 5 ms per fault.",
    data_sources="UCI Steel Plates Faults (CC BY 4.0); 5,400 own faults, sorted by two foremen.",
    data_volume="1,941 rows, 27 features, seven kinds",
    data_labels="From 55 (dirtiness) to 402 (bumps) in the named kinds, 673 others",
    data_quality="""No missing values; several features are nearly the same. Faults of one plate
        are not marked.""",
    data_location="Public; own in Heilbronn",
    data_access="At once",
    deployment="Function in the camera's computer, C++ or ONNX",
    stack="Python, ONNX",
    residency="Germany",
    priority="accuracy",
    deliverables="Classifier with a reject option, report, ONNX file.",
    overlap="Mornings, German time",
    specialisms=("supervised",),
    tools=("scikit-learn", "ONNX"),
    industry="manufacturing",
    budget=(4000, 7000),
    weeks=5,
    plans=(
        Plan(
            by="linh.pham",
            understanding="""Six kinds and a waste-basket. Accuracy over all seven is not the
                number you need; the curve of right against sorted is.""",
            approach="""Boosted trees with calibrated probabilities, a reject threshold for each
                kind, and “other” as a trained class as well as a reject.""",
            data_preparation="""Near-duplicate features grouped, near-identical faults found by
                distance so that they stay in the same fold.""",
            validation_plan="""Repeated grouped folds on the public set, then your 5,400 by
                production week.""",
            risks="""Dirtiness has 55 examples; its row in the matrix will have wide intervals.
                Foremen may disagree more than the model does.""",
            assumptions="200 faults sorted by both foremen.",
            steps=(
                step(
                    "data",
                    "Groups and foremen's agreement",
                    1100,
                    20,
                    4,
                    "Note, folds.",
                    "Agreement of the foremen on 200 faults",
                ),
                step(
                    "modelling",
                    "Classifier with reject option",
                    2600,
                    46,
                    7,
                    "Model, curve, ONNX.",
                    "Accuracy against share sorted on own faults of later weeks",
                    "ONNX equals Python on 500 faults",
                ),
            ),
        ),
        Plan(
            by="jonas.eriksen",
            understanding="""The kind matters because of the roll. I would weigh errors by what
                they stop: bumps taken for pastry are cheap, scratches taken for stains are not.""",
            approach="""Cost matrix with your foremen first, then a random forest with decisions
                by expected cost, where “ask a person” has a price too.""",
            data_preparation="""Costs in minutes of stopped line for each pair, features reduced
                to those that the camera measures repeatably.""",
            validation_plan="""Expected minutes lost per 100 faults, on later weeks, against the
                camera's rules.""",
            risks="Costs are estimates; I show how far they can change before decisions do.",
            assumptions="A foreman for half a day.",
            steps=(
                step(
                    "data",
                    "Cost matrix and repeatability",
                    1700,
                    17,
                    4,
                    "Matrix, list of repeatable features.",
                    "Each pair of kinds has a cost in minutes",
                ),
                step(
                    "modelling",
                    "Decisions by expected cost",
                    3900,
                    38,
                    8,
                    "Model, report, ONNX.",
                    "Expected minutes lost per 100 faults beside the present rules",
                ),
            ),
        ),
    ),
)
