"""Rests on BANKING77, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="banking-intents",
    organisation="farol",
    data_set="BANKING77, CC BY 4.0",
    figures=("13,083", "77", "10,003"),
    title="Understand what a customer of the app wants, in 77 ways",
    summary="""Intent classification for app messages with a calibrated “not sure”, starting from
        the public BANKING77 set.""",
    problem="""The chat of our app offers a menu of eleven topics, and one message in three lands
        with the wrong team. We would like to go the other way round: read the message,
        recognise one of 77 intents, and ask when unsure.

        The public BANKING77 set matches our topics well: 13,083 customer questions in English,
        10,003 for training and 3,080 for testing. Our own messages are Portuguese and English.""",
    why_it_matters="""A wrongly routed message takes 19 hours longer. Card loss and fraud are
        among the 77 and cannot wait.""",
    goal_kpi="Messages that reach the right team at once",
    goal_baseline="67% through the menu",
    goal_target="90% of the messages answered, with at most 10% sent to “not sure”",
    goal_worth="Four full-time posts at peak season",
    success_metrics="""Accuracy at 90% coverage on our 2,500 own messages; accuracy on the public
        test set for comparison with literature.""",
    guardrails="Card lost and card stolen: recall of 98% or more. No message leaves our network.",
    data_sources="BANKING77 (CC BY 4.0); 2,500 own messages labelled by the chat team.",
    data_volume="13,083 public questions in 77 intents; 2,500 own, half of them Portuguese",
    data_labels="One intent per message; own labels not yet checked by a second person",
    data_quality="""Several public intents overlap and some labels are wrong, as published
        re-labelling studies show.""",
    data_location="Public; own messages in Porto",
    data_access="Nuno Sequeira, one week",
    data_sensitivity="personal",
    data_rules="No hosted language models for customer text.",
    deployment="Container in our data centre, no GPU, 80 ms",
    stack="Python, FastAPI, ONNX",
    residency="Portugal",
    priority="accuracy",
    phases=("data", "modelling", "deployment"),
    deliverables="Label review, classifier with threshold, container, report.",
    overlap="Four hours with Lisbon",
    specialisms=("nlp", "llm"),
    tools=("Hugging Face", "FastAPI", "ONNX"),
    industry="banking",
    budget=(6500, 10500),
    weeks=8,
    plans=(
        Plan(
            by="wanjiru.kamau",
            state="shortlisted",
            understanding="""77 intents is easy to train and hard to agree on. Three of the pairs
                in the public set are confused by people too; with a “not sure” at 10%, those
                pairs will fill it unless we merge them or ask one question back.""",
            approach="""A multilingual sentence encoder tuned with contrastive pairs, a linear
                layer above it, temperature scaling, and a threshold for each group of intents,
                so that lost cards are caught at 98% even where that costs precision.""",
            data_preparation="""Second labels for your 2,500 messages, with agreement by intent.
                Confusable pairs are decided with the chat team: merge, or one clarifying
                question. Public labels get a confident-learning pass, and suspicious ones are
                read, not deleted.""",
            validation_plan="""Your newest 800 messages are the test, split by customer. Accuracy
                at 90% coverage with interval; recall of card loss on 150 messages collected for
                the purpose, since 800 contain too few.""",
            risks="""98% recall on 150 messages has an interval of 94 to 100. If you need
                certainty there, a keyword rule beside the model is the honest answer.""",
            assumptions="The chat team gives two people for three days.",
            steps=(
                step(
                    "data",
                    "Second labels and confusable pairs",
                    1900,
                    30,
                    5,
                    "Agreement report, decided list of intents.",
                    "Agreement by intent is reported for the 2,500 messages",
                    "Every pair under 0.7 agreement has a decision",
                ),
                step(
                    "modelling",
                    "Classifier with “not sure”",
                    3900,
                    62,
                    9,
                    "Model, thresholds, report.",
                    "Accuracy at 90% coverage on the newest 800 messages",
                    "Recall on 150 card-loss messages with its interval",
                ),
                step(
                    "deployment",
                    "Container under 80 ms",
                    1700,
                    26,
                    11,
                    "Container, load test, runbook.",
                    "99th percentile under 80 ms at 20 requests a second on your host",
                ),
            ),
        ),
        Plan(
            by="arjun.mehta",
            understanding="""A router with an honest refusal. I would treat the clarifying
                question as part of the product: one good question turns most of the “not sure”
                into an answer.""",
            approach="""Retrieval over labelled examples with a small multilingual embedding
                model, which lets your team add an intent by adding ten examples, and no
                training. A tuned classifier is the comparison, and wins if it is three points
                better.""",
            data_preparation="""Near-duplicates removed across your split, examples chosen to
                cover each intent in both languages, at least 15 each. Thin intents are listed
                for the chat team to fill.""",
            validation_plan="""Leave-one-customer-out on own messages, accuracy at 90% coverage,
                and a drill: add a 78th intent with ten examples and measure.""",
            risks="""Retrieval is weaker for intents that differ by one word (“pending” and
                “declined”). The comparison will show how much.""",
            assumptions="""A local embedding model is acceptable to security; nothing hosted is
                used.""",
            steps=(
                step(
                    "data",
                    "Example bank in two languages",
                    1600,
                    24,
                    5,
                    "Example bank with coverage report.",
                    "At least 15 examples per intent and language, or the gap is listed",
                ),
                step(
                    "modelling",
                    "Router with clarifying question",
                    3600,
                    50,
                    9,
                    "Router, comparison, report.",
                    "Accuracy at 90% coverage for both methods on own messages",
                    "The 78th-intent drill is reported",
                ),
                step(
                    "deployment",
                    "Service and admin page",
                    2200,
                    32,
                    11,
                    "Container, page to add examples.",
                    "Chat team adds an intent without a developer",
                ),
            ),
        ),
    ),
)
