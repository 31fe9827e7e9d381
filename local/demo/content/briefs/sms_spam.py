"""Rests on UCI SMS Spam Collection, CC BY 4.0."""

from local.demo.content.shapes import Brief, Hours, Plan, step

BRIEF = Brief(
    key="sms-spam",
    organisation="meridian",
    data_set="UCI SMS Spam Collection, CC BY 4.0",
    figures=("5,574", "747", "13.4%"),
    title="Stop SMS spam at our gateway without losing a single bank code",
    summary="""A small, fast classifier for short messages with a false-positive rate low enough
        for one-time codes.""",
    problem="""Customers forward spam to a short code and we would like to stop it at the gateway.
        Our labelled start is the public UCI collection: 5,574 messages in English, 747 of them
        spam (13.4%). Real traffic has a far smaller share, and a one-time code that never
        arrives is worse than ten pieces of spam.

        The filter runs on the gateway itself, without a graphics card, and answers within five
        milliseconds.""",
    why_it_matters="""The regulator asked all carriers for a plan by the end of next year. We
        would rather have a measured filter than a list of forbidden words.""",
    goal_kpi="Spam stopped at one lost message in 10,000",
    goal_baseline="The word list in use stops 41% and loses 9 in 10,000",
    goal_target="85% stopped at no more than 1 lost in 10,000",
    goal_worth="About 11,000 complaints a year, 4 dollars each to handle",
    success_metrics="""Recall of spam at a false-positive rate of 0.01%, estimated on our own
        200,000 forwarded and sampled messages, since 5,574 are too few to see one in 10,000.""",
    guardrails="""Messages from known short codes of banks are never blocked. No message text is
        written to a log.""",
    data_sources="""UCI SMS Spam Collection (CC BY 4.0) for the start; 200,000 of our own messages
        under agreement, labelled by two agents.""",
    data_volume="5,574 public messages; 200,000 of our own, about 2% spam",
    data_labels="""Public: 747 spam, 4,827 ham. Own: two labels each, agreement to be measured by
        you""",
    data_quality="""The public set is from the 2000s, part of it collected in Singapore, and
        contains duplicates.""",
    data_location="Our own servers in Denver",
    data_access="Two weeks for the agreement, then read access on site through a jump host",
    data_sensitivity="personal",
    data_rules="Message content stays on our host. Results leave as aggregates.",
    deployment="C++ gateway calls a local process; 5 ms at the 99th percentile, no GPU",
    stack="Python for training; ONNX or a plain weights file for serving",
    residency="United States",
    priority="speed",
    phases=("data", "modelling", "deployment"),
    deliverables="""Label review, classifier with threshold and interval, weights file with a
        reference scorer, report.""",
    overlap="Two hours with Pacific time",
    specialisms=("nlp", "supervised"),
    tools=("scikit-learn", "ONNX"),
    industry="telecom",
    budget=(5000, 9000),
    weeks=7,
    plans=(
        Plan(
            by="katarina.novak",
            state="accepted",
            understanding="""You need a filter whose errors can be counted at one in 10,000, and a
                public set of 5,574 messages cannot count that far. The public set is the
                warm-up; the 200,000 of your own decide.""",
            approach="""Character n-grams, hashed, in a linear model: a table of weights that C++
                can read, well under a millisecond. I would compare it once with a small
                transformer so that we know what we give up, and expect to keep the linear one.""",
            data_preparation="""Remove duplicates in the public set before splitting, or
                near-copies sit on both sides. Normalise digits and links to classes. Measure
                the agreement of your two agents on 2,000 messages and rewrite the labelling
                rule where they differ.""",
            validation_plan="""Split own messages by week and by sender. Threshold chosen on one
                month, reported on the next. With 196,000 ham messages the interval around 0.01%
                is 0.006 to 0.016, and I will print it.""",
            risks="""Spammers adapt; the report includes how recall decays over the weeks you
                have. If one-time codes come from rotating numbers, the safe list will not cover
                them.""",
            assumptions="Two agents for a day of label review.",
            advice="""By the hour fits better than milestones here: how long the label review takes
                depends on how far your two agents agree, and nobody knows that before the first
                2,000 messages. You stop whenever the recall no longer improves.""",
            hours=Hours(rate=85, weekly=16, waiting=10),
        ),
        Plan(
            by="wanjiru.kamau",
            understanding="""The hard part is not spam, it is the ham that looks like spam: codes,
                delivery notices, your own promotions. The 13.4% of the public set is not your
                2%, so probabilities have to be re-based before a threshold means anything.""",
            approach="""A distilled sentence encoder in 8 bits with a linear head, and a linear
                character model as fallback when the host is busy. Both are thresholded for the
                same false-positive rate.""",
            data_preparation="""Sort ham by kind (code, notice, personal) with rules plus hand
                checks, because the error rate has to be known for codes separately. Mask
                numbers and links.""",
            validation_plan="""Test on the newest month, by kind of ham. For codes I want at least
                30,000 messages with no loss to claim one in 10,000 with 95% confidence.""",
            risks="""Five milliseconds without a GPU is tight for an encoder; if the measurement
                on your host in week one fails, the linear model is the product and the price of
                the second step falls by a third.""",
            assumptions="One gateway host for measurements from week one.",
            steps=(
                step(
                    "data",
                    "Ham by kind, latency measured",
                    1700,
                    26,
                    5,
                    "Sorted sample, latency measurement, decision.",
                    "At least 30,000 messages with codes are identified",
                    "Latency at the 99th percentile on your host for both models",
                ),
                step(
                    "modelling",
                    "Classifier and thresholds",
                    3300,
                    52,
                    9,
                    "Model, thresholds, report by kind.",
                    "No lost code among 30,000 on the newest month",
                    "Spam stopped is reported with an interval",
                ),
            ),
        ),
    ),
)
