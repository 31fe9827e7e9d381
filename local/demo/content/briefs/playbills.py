"""Rests on Kuzushiji-49 and Kuzushiji-Kanji (CODH), CC BY-SA 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="playbills",
    organisation="kaede",
    data_set="Kuzushiji-49 and Kuzushiji-Kanji (CODH), CC BY-SA 4.0",
    figures=("270,912", "49", "3,832"),
    title="Read 8,600 Edo-period playbills that three people can read",
    summary="""Character recognition for cursive Japanese, from public kuzushiji sets to our own
        archive.""",
    problem="""Our archive has 8,600 photographed playbills. Titles, actors and dates are in
        cursive script that three people in the house can read. Public sets by CODH give a
        start: Kuzushiji-49 with 270,912 images of 49 classes of hiragana, and Kuzushiji-Kanji
        with 3,832 kinds of character, some with a single example.

        We want dates and titles first; names stay with our readers.""",
    why_it_matters="The archive is a reason to join, once it can be searched.",
    goal_kpi="Titles read without error",
    goal_baseline="0; a reader needs eleven minutes a playbill",
    goal_target="70% of titles without error, the rest marked as unsure",
    goal_worth="About 1,500 hours of readers",
    success_metrics="""Character accuracy on 120 playbills of printers not seen in training;
        titles without error; share marked unsure.""",
    guardrails="Nothing is published without a reader's look. Marked images stay in the house.",
    data_sources="""Kuzushiji-49, Kuzushiji-Kanji (CODH, CC BY-SA 4.0); 640 own playbills
        transcribed.""",
    data_volume="270,912 and 140,426 public images; 640 own playbills, 31,000 characters",
    data_labels="Characters with boxes for 640 playbills, by two readers",
    data_quality="""Public characters are from books, ours from woodblock prints in theatrical
        style.""",
    data_location="Tokyo (Google Cloud)",
    data_access="Kenji Arakawa, three days",
    deployment="Batch over 8,600 images, once, then yearly",
    stack="Python, PyTorch",
    residency="Japan",
    deliverables="Label review, recogniser, transcriptions with confidence, correction page.",
    overlap="Full day, Japan time",
    language="ja",
    specialisms=("computer_vision", "deep_learning"),
    tools=("PyTorch", "OpenCV"),
    industry="media",
    budget=(1200000, 2000000),
    weeks=10,
    plans=(
        Plan(
            by="yuki.tanabe",
            state="accepted",
            understanding="""Theatrical lettering is drawn to fill the page, so strokes are thick
                and gaps are small. A classifier trained on books will see only half of it. 640
                playbills are enough to adapt, if they are spent on the rare characters.""",
            approach="""Detect characters first, then classify with metric learning, so that a
                kanji with three examples has a chance. Column order by rules, since playbills
                have a fixed plan. Dates by a grammar of era names, which corrects many errors
                for free.""",
            data_preparation="""Split by printer, not by playbill. Two readers settle 500
                disagreements. The public kanji with one example are merged with ours or left
                out, listed.""",
            validation_plan="""120 playbills of four printers held out: character accuracy, titles
                without error, and how often a title marked sure is wrong, which must stay under
                3%.""",
            risks="""If the four printers are unusual, the interval is wide: I report by printer.
                Ornaments are mistaken for characters at first.""",
            assumptions="Readers give six hours a week for five weeks.",
            steps=(
                step(
                    "data",
                    "Split by printer, labels settled",
                    420000,
                    38,
                    2,
                    "Split, settled labels, list of rare characters.",
                    "No printer occurs in both training and test",
                    "500 disagreements are settled and listed",
                ),
                step(
                    "modelling",
                    "Recogniser for titles and dates",
                    780000,
                    70,
                    6,
                    "Model, report by printer.",
                    "Titles without error on 120 playbills, by printer",
                    "Titles marked sure and wrong are under 3%",
                ),
                step(
                    "handover",
                    "8,600 transcriptions and correction page",
                    480000,
                    44,
                    10,
                    "Transcriptions, page, session.",
                    "All 8,600 have a transcription with confidence",
                    "A reader corrects a title in under a minute, timed for twenty",
                ),
            ),
        ),
        Plan(
            by="nguyen.minh.anh",
            state="closed",
            understanding="""Recognition on a fixed layout. I know scripts with marks and noisy
                prints, and I do not read kuzushiji; your readers would have to be my eyes.""",
            approach="""Detection and recognition trained on synthetic playbills made from public
                characters, tuned on the 640.""",
            data_preparation="""Synthetic pages with theatrical thickness, checked by a reader on
                50 examples.""",
            validation_plan="Printers held out, character accuracy, titles without error.",
            risks="Synthetic lettering may teach the wrong style; the check on 50 comes first.",
            assumptions="A reader for an hour each day.",
            steps=(
                step(
                    "data",
                    "Synthetic pages",
                    300000,
                    42,
                    3,
                    "Generator, 50 checked pages.",
                    "A reader cannot sort 50 pages into real and synthetic better than 80%",
                ),
                step(
                    "modelling",
                    "Recogniser",
                    700000,
                    96,
                    9,
                    "Model, report.",
                    "Character accuracy on held-out printers",
                ),
            ),
        ),
    ),
)
