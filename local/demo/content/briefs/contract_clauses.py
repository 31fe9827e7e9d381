"""Rests on CUAD v1, The Atticus Project, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="contract-clauses",
    organisation="loom",
    data_set="CUAD v1, The Atticus Project, CC BY 4.0",
    figures=("510", "41", "13,000", "44.0%"),
    title="Show a lawyer the clauses that matter, in 41 kinds",
    summary="Clause extraction on CUAD with recall at a precision that a lawyer tolerates.",
    problem="""Our contract product shows a list of dates. Customers ask for the clauses that
        hurt: change of control, exclusivity, uncapped liability. CUAD has 510 commercial
        contracts with more than 13,000 labels in 41 kinds, made by lawyers. The paper's best
        model had 44.0% precision at 80% recall, which is a lot of reading.

        We need nine of the 41 kinds, at a precision for which a lawyer does not close the tab.""",
    why_it_matters="""Three prospects named it as the reason for choosing somebody else, together
        280,000 dollars a year.""",
    goal_kpi="Precision at 80% recall, mean over nine clause kinds",
    goal_baseline="44.0% over all kinds in the CUAD paper (DeBERTa-xlarge, 2021)",
    goal_target="65% over our nine kinds, by contract",
    goal_worth="280,000 dollars of lost deals a year",
    success_metrics="""Precision at 80% recall by kind on 102 withheld contracts; and on 60 of our
        customers' contracts, read by two lawyers.""",
    guardrails="""Every answer quotes its passage. Customers' contracts never go to a model that
        we do not host.""",
    data_sources="CUAD v1 (CC BY 4.0); 60 customers' contracts under agreement.",
    data_volume="510 contracts, over 13,000 labels, 41 kinds",
    data_labels="""Passages by trained law students, checked by lawyers; many kinds are absent
        from most contracts""",
    data_quality="""Contracts come from public filings, longer and cleaner than our customers'
        scans.""",
    data_location="AWS, us-east-1",
    data_access="At once; customers' contracts after two weeks",
    data_sensitivity="other",
    data_rules="Customers' contracts are confidential; deletion within 30 days of the end.",
    deployment="Batch on upload, two minutes a contract, one 24 GB graphics card",
    stack="Python, Hugging Face, vLLM, PostgreSQL",
    residency="United States",
    phases=("data", "modelling", "deployment"),
    deliverables="Evaluation set, extractor for nine kinds, service, report by kind.",
    overlap="Four hours with New York",
    specialisms=("nlp", "llm"),
    tools=("Hugging Face", "vLLM", "pgvector"),
    industry="software",
    budget=(15000, 24000),
    weeks=11,
    plans=(
        Plan(
            by="sarah.goldstein",
            state="shortlisted",
            understanding="""Nine kinds, recall of 80%, and as little to read as possible. A
                lawyer forgives a missed heading, never a quoted clause that is not there. CUAD
                is cleaner than your scans, so the 60 own contracts are the result and CUAD is
                the school.""",
            approach="""An extractive reader over windows proposes, an open LLM on your card
                disposes: it must copy a passage or answer “none”, and a string match refuses
                anything else. Thresholds by kind.""",
            data_preparation="""OCR errors of your scans are imitated on CUAD for training. Two
                lawyers label the 60 contracts for nine kinds; I settle the guide with them
                after the first ten.""",
            validation_plan="""CUAD's 102 test contracts once. The 60 by customer, split 20 to
                tune and 40 to test; precision at 80% recall by kind with intervals over
                contracts.""",
            risks="""Two of the nine kinds occur in fewer than ten of the 60, so I will give
                counts and no percentages for them. Half a page of quotation rules has to be
                agreed with your designer.""",
            assumptions="Two lawyers for five days.",
            steps=(
                step(
                    "data",
                    "Guide and 60 labelled contracts",
                    4800,
                    32,
                    7,
                    "Guide, labels, agreement.",
                    "Agreement of the lawyers by kind",
                    "Labels for 60 contracts in nine kinds",
                ),
                step(
                    "modelling",
                    "Extractor that quotes",
                    10200,
                    68,
                    12,
                    "Extractor, report.",
                    "Precision at 80% recall by kind on 40 own contracts",
                    "Every answer is an exact passage of the contract, shown by a test",
                ),
                step(
                    "deployment",
                    "Service on one card",
                    5400,
                    36,
                    15,
                    "Service, load test.",
                    "Two minutes for a contract of 60 pages at the 95th percentile",
                ),
            ),
        ),
        Plan(
            by="oliver.hughes",
            understanding="""You will change models three times in two years. What lasts is the
                test: 60 contracts, nine kinds, and graders that agree with lawyers.""",
            approach="""Build the evaluation first and measure three extractors with it (reader,
                open LLM, both); leave the winner in place with the gate in your release
                process.""",
            data_preparation="""Cases by kind, including contracts in which the clause is absent,
                since those decide precision.""",
            validation_plan="""Graders against two lawyers on 200 answers; extractors by precision
                at 80% recall.""",
            risks="""Less time on the extractor itself than others offer. If none reaches 65%, you
                have an exact picture of why.""",
            assumptions="Two lawyers for four days.",
            steps=(
                step(
                    "data",
                    "Evaluation set",
                    6200,
                    45,
                    8,
                    "Cases, graders, report.",
                    "Graders and lawyers agree on 90% of 200 answers",
                ),
                step(
                    "modelling",
                    "Three extractors measured",
                    7900,
                    57,
                    13,
                    "Extractors, table.",
                    "Precision at 80% recall by kind for each",
                ),
                step(
                    "handover",
                    "Gate in the release process",
                    2500,
                    18,
                    15,
                    "Gate, runbook.",
                    "A worse version is refused, shown once",
                ),
            ),
        ),
    ),
)
