"""Freelancers who read receipts and forms from photographs."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Diego Salazar",
        country="MX",
        zone="America/Mexico_City",
        headline="Receipts, invoices, forms: fields out, errors flagged",
        story="""I extract fields from bad photographs. The field is only useful with a flag that
            says when to look, so I deliver both and measure both.""",
        specialisms=("computer_vision", "nlp", "deep_learning"),
        industries=("software", "retail", "logistics"),
        stages=("data", "modelling", "deployment"),
        languages=("es", "en"),
        hourly=74,
        fixed_from=4500,
        free_in_weeks=2,
        tools=(
            ("PyTorch", 6, 2026),
            ("Hugging Face", 5, 2026),
            ("OpenCV", 8, 2026),
            ("FastAPI", 5, 2026),
        ),
        studies=(
            Study(
                title="Fuel receipts of 900 trucks",
                industry="logistics",
                specialisms=("computer_vision", "nlp"),
                year=2025,
                problem="Clerks typed 34,000 thermal receipts a month, and faded ones twice.",
                data="""12,000 photographs with litres, price, total and date; 8% unreadable to
                    people.""",
                baseline="A cloud OCR with rules: all four fields right on 61%.",
                approach="""Layout transformer, then arithmetic as a check: litres times price
                    must be the total within a cent.""",
                metric="All four right on 89% of those accepted, 79% accepted, on a later month.",
                impact="""Two clerks instead of seven, and 1.4% of fuel spend found to be
                    double-claimed.""",
                trade_offs="The check refuses honest receipts with discounts; they go to a clerk.",
                failed="Fixing faded print with a generative model: it invented digits.",
            ),
        ),
    ),
    Freelancer(
        name="Nguyễn Minh Anh",
        country="VN",
        zone="Asia/Ho_Chi_Minh",
        headline="Receipts and forms in South-East Asian scripts",
        story="""Three years on an expense product in Ho Chi Minh City, two on my own. Tone marks
            are where accuracy goes to die, and I know where to look.""",
        specialisms=("computer_vision", "nlp"),
        industries=("software", "retail"),
        languages=("vi", "en"),
        hourly=48,
        fixed_from=2500,
        hours_per_week=40,
        try_this="Money is released and waits: set up payouts, then see it sent.",
        tools=(("PyTorch", 5, 2026), ("OpenCV", 5, 2026), ("Docker", 4, 2026)),
        studies=(
            Study(
                title="Menu items from café receipts",
                industry="retail",
                specialisms=("computer_vision", "nlp"),
                year=2025,
                problem="A loyalty app asked guests to type what they had bought.",
                data="""6,800 receipts of 140 cafés, split by café so that layouts are new in the
                    test.""",
                baseline="Text lines by position: item names right on 66%.",
                approach="""Detection, recognition trained on synthetic receipts and tuned on
                    2,000 real ones, then grouping lines with a small graph network.""",
                metric="Items with price right on 87% in unseen cafés.",
                impact="Typing fell away for four guests in five.",
                trade_offs="Handwritten receipts are refused.",
                failed="Splitting at random: 95%, because the same cafés were on both sides.",
            ),
        ),
    ),
)
