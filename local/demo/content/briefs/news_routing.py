"""Rests on AG News (Zhang, Zhao, LeCun, 2015)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="news-routing",
    organisation="loom",
    data_set="AG News (Zhang, Zhao, LeCun, 2015)",
    figures=("120,000", "7,600", "92.5%"),
    title="Sort incoming press items into four desks, cheaply",
    summary="News classification where 92.5% is a bag of words; is anything more worth its cost?",
    problem="""Each customer's press office gets 9,000 items a day and sorts them into desks. AG
        News is the public example: 120,000 items to train and 7,600 to test in four balanced
        classes. fastText reached 92.5% on it in 2016, within seconds on one processor.

        Our question is about money: how much is each point above that worth, and what does it
        cost per million items?""",
    why_it_matters="We host for 60 customers. A cent per item would be 162,000 dollars a month.",
    goal_kpi="Cost per million items at equal or better accuracy",
    goal_baseline="88% with the rules in use, 3 dollars per million",
    goal_target="92% at under 10 dollars per million",
    goal_worth="1,100 hours of re-sorting a month over all customers",
    success_metrics="Accuracy on AG News and on 4,000 own items, dollars per million, latency.",
    guardrails="No graphics card in production.",
    data_sources="AG News; 4,000 own items of six customers, labelled twice.",
    data_volume="127,600 public items, 4,000 own",
    data_labels="Four classes, 30,000 training items each; own two labels",
    data_quality="""Public items are titles and first lines from 2004 and later; business and
        technology overlap.""",
    data_location="AWS, us-east-1",
    data_access="At once",
    deployment="Two-core containers",
    stack="Python, scikit-learn, ONNX",
    priority="speed",
    deliverables="Comparison of four methods, the chosen one in a container.",
    overlap="Two hours with New York",
    specialisms=("nlp",),
    tools=("scikit-learn", "ONNX"),
    industry="media",
    budget=(3500, 6000),
    weeks=5,
    plans=(
        Plan(
            by="katarina.novak",
            state="accepted",
            understanding="""You ask for a price list, with accuracy in the second column. The
                linear model is the one to beat, and beating it on public news says little about
                press items.""",
            approach="""Four methods: hashed linear, fastText-like, small transformer in 8 bits,
                large one as the upper mark. Each measured in dollars per million on your
                two-core container.""",
            data_preparation="""Near-duplicates of agency items removed across the split; own
                items by customer, since every customer's desk means something else.""",
            validation_plan="""AG News test once; own items with customers held out; cost measured
                over an hour of load.""",
            risks="4,000 own items give ±1 point; differences below that will be called equal.",
            assumptions="One container like production.",
            steps=(
                step(
                    "data",
                    "Duplicates and customers",
                    900,
                    13,
                    3,
                    "Split, note.",
                    "Near-duplicates across the split are counted and removed",
                ),
                step(
                    "modelling",
                    "Price list of four methods",
                    2300,
                    32,
                    5,
                    "Comparison, code.",
                    "Accuracy on AG News and own items, dollars per million, for four methods",
                ),
                step(
                    "deployment",
                    "Container of the chosen one",
                    1300,
                    18,
                    7,
                    "Container.",
                    "9,000 items in under a minute on two cores",
                ),
            ),
        ),
        Plan(
            by="linh.pham",
            understanding="""A comparison with costs, and one container. I would keep it to two
                methods and spend the rest on your 4,000 items.""",
            approach="""Linear model and a small transformer; disagreement between them read by
                hand, 300 items, to see what a desk really means.""",
            data_preparation="""Labels of 4,000 items settled where the two differ; a short guide
                for each desk.""",
            validation_plan="Customers held out, accuracy with interval, cost per million.",
            risks="""I have built fewer text models than tables. The comparison is small for that
                reason.""",
            assumptions="A press officer for three hours.",
            steps=(
                step(
                    "data",
                    "Settled labels and guide",
                    1200,
                    22,
                    4,
                    "Labels, guide.",
                    "Disagreements settled and counted by desk",
                ),
                step(
                    "modelling",
                    "Two methods",
                    1900,
                    34,
                    7,
                    "Comparison, container.",
                    "Accuracy and dollars per million for both",
                ),
            ),
        ),
    ),
)
