"""Rests on CORD v1, Clova AI, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="receipts",
    organisation="loom",
    data_set="CORD v1, Clova AI, CC BY 4.0",
    figures=("1,000", "800", "30"),
    title="Read a receipt, line by line, from a bad photograph",
    summary="""Line items and totals from photographed receipts; CORD to start, arithmetic as a
        check.""",
    problem="""Expense reports arrive as photographs. We read the total today and would like the
        lines. CORD is the public start: 1,000 Indonesian receipts (800 to train, 100 to
        validate, 100 to test) with 30 kinds of field, from menu lines to tax.

        Our customers' receipts are from 14 countries. A wrong line is worse than a line left to
        a person.""",
    why_it_matters="Line items decide on tax. Customers pay 2 dollars a month more for them.",
    goal_kpi="Receipts with all lines right, among those accepted",
    goal_baseline="54% with a cloud service and rules",
    goal_target="92% right among accepted, 65% accepted",
    goal_worth="About 190,000 dollars a year in price",
    success_metrics="""All lines right among accepted; share accepted; field F1 on CORD's 100 test
        receipts for comparison.""",
    guardrails="Sums must agree or the receipt goes to a person. Two seconds a receipt.",
    data_sources="CORD v1 (CC BY 4.0); 3,000 own receipts, labelled by our support team.",
    data_volume="1,000 public receipts; 3,000 own from 14 countries",
    data_labels="Boxes and fields; own: lines and totals",
    data_quality="""Own labels come from two people and were not cross-checked; one receipt in
        twelve is unreadable.""",
    data_location="AWS, us-east-1",
    data_access="Joy Achebe, two days",
    data_sensitivity="personal",
    data_rules="Card digits and names are masked before labelling.",
    deployment="Container on CPU, two seconds",
    stack="Python, PyTorch, FastAPI",
    phases=("data", "modelling", "deployment"),
    deliverables="Label check, extractor with arithmetic check, container.",
    overlap="Two hours with New York",
    specialisms=("computer_vision", "nlp"),
    tools=("PyTorch", "OpenCV", "FastAPI"),
    industry="software",
    budget=(8000, 12500),
    weeks=9,
    plans=(
        Plan(
            by="nguyen.minh.anh",
            state="accepted",
            understanding="""Lines from 14 countries, and a refusal where the sum does not work.
                CORD teaches layout, your 3,000 teach the world; the split must be by shop, or
                the same till is on both sides.""",
            approach="""Detection, recognition, and a small graph network that joins words to
                lines. Then arithmetic: quantity times price, lines against subtotal, tax,
                total. What does not add up is refused.""",
            data_preparation="""600 of your receipts labelled again by a second person; shops
                found by name and layout; unreadable ones counted and kept as a class.""",
            validation_plan="""Shops held out in every country with more than 50 receipts. All
                lines right against share accepted, as a curve; F1 on CORD's 100.""",
            risks="""Six of the 14 countries have under 100 receipts; the report shows them
                together. Discounts break arithmetic in ways that each country does differently.""",
            assumptions="Two people of your support team for a week.",
            steps=(
                step(
                    "data",
                    "Second labels, split by shop",
                    2100,
                    42,
                    2,
                    "Labels, split, note.",
                    "Agreement on 600 receipts",
                    "No shop is in both training and test",
                ),
                step(
                    "modelling",
                    "Lines with arithmetic",
                    4800,
                    96,
                    6,
                    "Extractor, curve.",
                    "Curve of all lines right against share accepted, held-out shops",
                    "F1 on CORD's 100 test receipts",
                ),
                step(
                    "deployment",
                    "Container on CPU",
                    2400,
                    48,
                    9,
                    "Container, load test.",
                    "Two seconds at the 95th percentile on four cores",
                ),
            ),
        ),
        Plan(
            by="diego.salazar",
            state="closed",
            understanding="""The product is the flag, not the field: which receipts may skip a
                person.""",
            approach="""Layout transformer with constrained decoding, so that lines come out as a
                table; acceptance by a calibrated score and arithmetic.""",
            data_preparation="Currency and number formats by country; thermal fading imitated.",
            validation_plan="By country and shop; right among accepted at 65% accepted.",
            risks="A transformer on CPU needs trimming to meet two seconds.",
            assumptions="Tax rules for the 14 countries from your finance team.",
            steps=(
                step(
                    "data",
                    "Formats and fading",
                    2400,
                    32,
                    4,
                    "Tables, generator.",
                    "Number formats of 14 countries, each with ten examples",
                ),
                step(
                    "modelling",
                    "Table decoder",
                    5300,
                    72,
                    8,
                    "Model, report.",
                    "All lines right at 65% accepted, by country",
                ),
                step(
                    "deployment",
                    "CPU service",
                    2700,
                    36,
                    10,
                    "Service.",
                    "Two seconds at the 95th percentile",
                ),
            ),
        ),
    ),
)
