"""Rests on ChestX-ray14, NIH Clinical Center."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="chest-films",
    organisation="aldersgate",
    data_set="ChestX-ray14, NIH Clinical Center",
    figures=("112,120", "30,805", "14"),
    title="A performance study before anybody buys a chest X-ray model",
    summary="""Is a chest X-ray triage model good on our patients? Protocol, labels and an honest
        interval.""",
    problem="""Two vendors offer triage of chest films. Both were trained on public data such as
        ChestX-ray14: 112,120 frontal films of 30,805 patients with 14 findings, labelled by
        reading reports with a program. Published pneumonia figures range from an AUROC of 0.633
        in the paper that introduced the data to 0.768 in CheXNet a few months later, on labels
        that radiologists dispute.

        We want an open reference model and a study protocol for our four hospitals, so that we
        can judge the vendors.""",
    why_it_matters="""Films taken at night wait for a median of 84 minutes. A bad triage would
        make some of them wait longer.""",
    goal_kpi="Sensitivity for critical findings at 90% specificity, on our films",
    goal_baseline="Unknown, which is the reason for this brief",
    goal_target="An interval of at most ±5 points for each of three findings",
    goal_worth="A purchase of 240,000 pounds that should not be made on a brochure",
    success_metrics="""AUROC and sensitivity at 90% specificity by patient, per hospital, with
        intervals. Subgroups: sex, age, portable films.""",
    guardrails="""Split by patient. Tubes and drains analysed apart. The clinical safety officer
        signs the protocol before any film is read.""",
    data_sources="""ChestX-ray14 (NIH; free use with attribution), and 6,000 films of our own,
        1,500 of them read again by two radiologists.""",
    data_volume="112,120 films of 30,805 patients; own 6,000",
    data_labels="""Public: 14 findings from reports, known to be noisy. Own: two radiologists,
        third for disagreement""",
    data_quality="""Public films are scaled to 1,024 pixels; views are mixed. Own films carry
        burned-in text at one site.""",
    data_location="Hospital network, no outside connection",
    data_access="Honorary contract and training, four weeks",
    data_sensitivity="health",
    data_rules="UK GDPR, research ethics approval in place, no film leaves the network.",
    deployment="None: a study, not a product",
    stack="Python, PyTorch on our two graphics cards",
    residency="United Kingdom",
    priority="accuracy",
    phases=("data", "modelling", "handover"),
    deliverables="Protocol, reference model, results with intervals, a template for vendors.",
    overlap="Four hours with London",
    specialisms=("computer_vision", "deep_learning"),
    tools=("PyTorch",),
    industry="healthcare",
    budget=(22000, 34000),
    weeks=16,
    starts_in_weeks=6,
    questions=(
        """Have you worked inside a hospital network without a connection? What did you bring with
            you?""",
    ),
    plans=(
        Plan(
            by="benoit.lacroix",
            state="shortlisted",
            understanding="""You buy a protocol, with a model as measuring stick. The width of the
                interval decides the number of films, and that comes first: for ±5 points at a
                sensitivity near 85% you need about 200 positive patients per finding, so 1,500
                re-read films must be chosen, not drawn.""",
            approach="""Protocol by the CLAIM checklist, registered before reading. A DenseNet
                reference trained on the public films. Vendors receive the same films through
                the same template.""",
            data_preparation="""Films enriched for three findings by report search, with weights
                to undo it. Burned-in text masked and its effect tested. Two radiologists blind
                to reports, agreement reported before any model is run.""",
            validation_plan="""Threshold fixed on one hospital, tested on the other three;
                intervals by bootstrap over patients; subgroups listed in advance with a plan
                for multiplicity.""",
            risks="""Agreement for pneumonia may be low; then the honest result is that the
                finding cannot be measured this way. Portable films are a third of night films
                and behave differently.""",
            assumptions="Radiologists' time for 1,500 films is budgeted by you.",
            answers=(
                """Twice. I bring a container with every dependency pinned and a printed list of
                    hashes, and I expect the first week to be spent on getting it in.""",
            ),
            steps=(
                step(
                    "data",
                    "Protocol and sample size",
                    6800,
                    50,
                    10,
                    "Protocol, sampling plan, reading form.",
                    "Sample size is derived for three findings with ±5 points",
                    "The clinical safety officer has signed the protocol or listed objections",
                ),
                step(
                    "modelling",
                    "Reference model and readings",
                    14200,
                    104,
                    17,
                    "Model, agreement report, results.",
                    "Agreement of the radiologists per finding, before any model result",
                    "AUROC and sensitivity at 90% specificity per hospital with intervals",
                    "No patient is in both training and test, shown by a test",
                ),
                step(
                    "handover",
                    "Vendor template",
                    5200,
                    38,
                    21,
                    "Template, instructions, workshop.",
                    "A vendor's output file is scored by your staff without me",
                ),
            ),
        ),
        Plan(
            by="grace.kim",
            understanding="""Public labels say what the report says, and a report says what was
                asked. To judge a vendor you need labels by eye, by patient, and a model whose
                errors you can look at.""",
            approach="""High-resolution network on the public set, tuned on 2,000 of your films,
                ablation with drains and tubes masked. The same test set for everybody.""",
            data_preparation="""1,500 films read by two and settled by a third; near-duplicate
                films of one stay kept together; lateral views removed.""",
            validation_plan="""Leave-one-hospital-out, three findings, AUROC and sensitivity at
                90% specificity with intervals; results with and without drains.""",
            risks="""Seoul and London share three hours in winter. Intervals for pneumothorax will
                be wide if fewer than 100 patients are found.""",
            assumptions="Remote desktop into the network is allowed with your approval.",
            answers=(
                """Yes, for five years on the inside. From outside I would need a desktop in your
                    network; I bring no data and take none.""",
            ),
            steps=(
                step(
                    "data",
                    "Second readings",
                    7600,
                    60,
                    11,
                    "Reading form, agreement, fixed test set.",
                    "1,500 films with two readings, settled",
                    "Films of one stay are never split",
                ),
                step(
                    "modelling",
                    "Model and ablations",
                    15800,
                    126,
                    19,
                    "Model, report.",
                    "Results per hospital with and without drains",
                    "Twenty errors per finding shown to a radiologist, with comments",
                ),
                step(
                    "handover",
                    "Template for vendors",
                    4100,
                    32,
                    22,
                    "Template, session.",
                    "Staff score one vendor file alone",
                ),
            ),
        ),
    ),
)
