"""Rests on SQuAD 2.0, CC BY-SA 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="help-answers",
    organisation="loom",
    data_set="SQuAD 2.0, CC BY-SA 4.0",
    figures=("130,319", "11,873", "89.5"),
    title="A help assistant that says “the manual does not say”",
    summary="Answers from our manual with quotes, and silence where there is no answer.",
    problem="""Our first assistant answers everything. A quarter of the questions have no answer
        in the manual, and those are the ones that end as angry tickets. SQuAD 2.0 is the known
        exercise: 130,319 training and 11,873 development questions, about half of the latter
        without an answer; people reach an F1 of 89.5.

        We have 1,100 help pages and 900 real questions, 230 of them without an answer.""",
    why_it_matters="""Support costs us 14 dollars a ticket, and 3,400 tickets a month are about
        things that the manual says.""",
    goal_kpi="Right answers when there is one; silence when there is none",
    goal_baseline="69% and 12% with the first assistant",
    goal_target="80% and 80%, at the same time",
    goal_worth="1,000 tickets a month",
    success_metrics="""Both rates on 300 withheld questions, graded blind by two people; agreement
        of the graders.""",
    guardrails="Each answer links its passage. No customer data in prompts to hosted models.",
    data_sources="SQuAD 2.0 (CC BY-SA 4.0) for calibration; own pages and questions.",
    data_volume="1,100 pages, 900 questions, 230 without an answer",
    data_labels="Agreed answers by two support agents",
    data_quality="Pages describe three versions of the product at once.",
    data_location="AWS, us-east-1",
    data_access="Two days",
    data_sensitivity="personal",
    data_rules="Questions are stripped of names first.",
    deployment="Behind the help search, 3 s to the first words",
    stack="PostgreSQL with pgvector, FastAPI, vLLM",
    phases=("data", "modelling", "deployment", "handover"),
    deliverables="Test set, assistant, refusal threshold with its curve, monthly report.",
    overlap="Three hours with New York",
    specialisms=("llm", "nlp"),
    tools=("pgvector", "FastAPI", "vLLM"),
    industry="software",
    budget=(10000, 18000),
    weeks=10,
    plans=(
        Plan(
            by="arjun.mehta",
            state="shortlisted",
            understanding="""Two rates that pull against each other, 80 and 80. The version
                problem comes first: three versions in one manual means three right answers, and
                the assistant has to ask which one.""",
            approach="""Hybrid search filtered by version, reranking, an answer that must cite,
                and a refusal by the reranker's calibrated score. SQuAD 2.0 calibrates the
                refusal before your 230 unanswerable questions fine-tune it.""",
            data_preparation="""Pages split by heading, each with its versions; 900 questions
                checked for an agreed answer; 300 sealed.""",
            validation_plan="""300 sealed questions, two blind graders, both rates with intervals;
                a curve of one against the other.""",
            risks="""230 unanswerable questions give ±6 points in the sealed part. If pages
                contradict each other, the pages have to change, not the model.""",
            assumptions="Somebody may correct help pages during the project.",
            advice="A fixed price fits, since each step has a clear end.",
            steps=(
                step(
                    "data",
                    "Versions and sealed questions",
                    3200,
                    42,
                    6,
                    "Page index by version, sealed set.",
                    "Every page has its versions",
                    "300 questions sealed by hash",
                ),
                step(
                    "modelling",
                    "Assistant with refusal",
                    5800,
                    74,
                    11,
                    "Assistant, curve, report.",
                    "Both rates on 300 sealed questions with intervals",
                    "Each answer links a passage that contains it, checked by a test",
                ),
                step(
                    "deployment",
                    "Behind the help search",
                    3600,
                    46,
                    14,
                    "Service, report page.",
                    "First words within 3 s at the 95th percentile",
                ),
            ),
        ),
        Plan(
            by="oliver.hughes",
            understanding="""You have an assistant and do not know when it is wrong. Before
                replacing it, measure it for two weeks.""",
            approach="""Test set with 900 questions, graders for rightness and for silence, gate
                in the release process. Then the smallest change that reaches 80 and 80: I
                suspect the threshold and the versions.""",
            data_preparation="""Questions sorted by version and by kind of missing answer (never
                existed, removed, other product).""",
            validation_plan="""Graders against two agents on 250 answers; sealed 300 for the final
                figures.""",
            risks="""If the present assistant has no score to threshold, a reranker has to be
                added, priced as an option.""",
            assumptions="Access to the assistant's logs.",
            steps=(
                step(
                    "data",
                    "Questions and graders",
                    4600,
                    42,
                    7,
                    "Set, graders.",
                    "Graders and agents agree on 92% of 250 answers",
                ),
                step(
                    "modelling",
                    "Smallest change to 80 and 80",
                    5200,
                    47,
                    11,
                    "Change, report.",
                    "Both rates on the sealed 300",
                ),
                step(
                    "handover",
                    "Gate and monthly report",
                    1900,
                    17,
                    13,
                    "Gate, report.",
                    "The gate refuses the first assistant",
                ),
            ),
        ),
        Plan(
            by="wanjiru.kamau",
            state="withdrawn",
            understanding="""Recognise first whether a question is about the manual at all; half
                of the missing answers are account questions.""",
            approach="Intent layer before retrieval, then a plain retriever with citations.",
            data_preparation="Kinds of question labelled for all 900.",
            validation_plan="Sealed 300, both rates, by kind.",
            risks="Intent layer adds 200 ms.",
            assumptions="Account questions may be handed to an agent.",
            steps=(
                step(
                    "data",
                    "Kinds of question",
                    1500,
                    24,
                    6,
                    "Labels, guide.",
                    "900 questions with a kind, 200 labelled twice",
                ),
                step(
                    "modelling",
                    "Intent and retrieval",
                    5200,
                    84,
                    12,
                    "Assistant.",
                    "Both rates on the sealed 300, by kind",
                ),
            ),
        ),
    ),
)
