"""Paid trials: one task, tried by two before anybody is hired."""

from local.demo.content.shapes import Delivery, Trial, Try

TRIALS = (
    Trial(
        brief="help-answers",
        task="""Take the 40 questions in the attached list, of which ten have no answer in the
            manual. Say for each whether it has one, quote the passage if so, and write half a
            page on the three that were hardest to decide.""",
        hours=8,
        due_days=5,
        criteria=(
            "All 40 questions have a verdict, and each answered one a quoted passage",
            "The half page names the version of the manual that each hard case rests on",
        ),
        tries=(
            Try(
                by="arjun.mehta",
                price=880,
                delivery=Delivery(
                    note="""29 with an answer, 11 without. Question 17 has one in the manual of
                        version 2 only, so I count it as without for your present users.""",
                    file="verdicts.csv",
                    lines=(
                        "question,has_answer,page,version",
                        "16,yes,/help/sync/conflicts,3",
                        "17,no,,",
                        "18,yes,/help/billing/refunds,3",
                    ),
                ),
                next_steps="""Index by version first; then the sealed set of 300, graded by two of
                    your agents before any model sees it.""",
                questions="""Which version do most of your users have? You said: three quarters
                    are on version 3.""",
                feedback="""You found the version problem in question 17, which our own agents had
                    missed. Quotes were exact. I would have liked the hard cases a day earlier.""",
            ),
            Try(
                by="oliver.hughes",
                price=800,
                delivery=Delivery(
                    note="""30 with an answer, 10 without. Two graders would differ on four of
                        them; these are marked.""",
                    file="verdicts.csv",
                    lines=(
                        "question,has_answer,page,contested",
                        "16,yes,/help/sync/conflicts,no",
                        "17,yes,/help/archive/exports,yes",
                        "18,yes,/help/billing/refunds,no",
                    ),
                ),
                next_steps="""Measure the assistant that you have on all 900 questions before
                    replacing anything.""",
                questions="May I see the assistant's own answers? You sent the log of May.",
            ),
        ),
    ),
)
