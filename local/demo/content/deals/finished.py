"""Contracts whose every milestone was delivered, approved and paid."""

from local.demo.content.shapes import Aside, Deal, Delivery

DEALS = (
    Deal(
        brief="bank-marketing",
        state="completed",
        milestones=("released", "released", "released"),
        returned=2,
        returned_because="""The calibration table stops at the eighth decile. Please add the last
            two: those are the ones we call first.""",
        deliveries=(
            Delivery(
                note="""Review of all 17 columns and the split by time. duration and campaign are
                    out, and a test fails if either comes back. In branch order the first half
                    of the list holds 50% of the deposits; the reference regression brings it to
                    71% on the last quarter of time.""",
                file="column-review.md",
                lines=(
                    "# Column review",
                    "",
                    "- duration: excluded, known only after the call",
                    "- campaign: excluded, produced by the agents themselves",
                    "- pdays: split into “never contacted” (-1) and a number",
                    "- job, education, contact, poutcome: “unknown” kept as a category",
                    "- month: kept as season where two years agree",
                ),
            ),
            Delivery(
                note="""Calibrated ranking with the evaluation on the 12,000 newest calls: 76% of
                    deposits in the first half, interval 74 to 78. Your target was 79; the four
                    hardest weeks of the crisis are in this test, and I list them.""",
                file="evaluation.csv",
                lines=(
                    "decile,calls,deposits,predicted,observed",
                    "1,1200,412,0.336,0.343",
                    "2,1200,251,0.214,0.209",
                    "3,1200,168,0.141,0.140",
                    "4,1200,117,0.099,0.098",
                    "5,1200,95,0.078,0.079",
                    "6,1200,88,0.071,0.073",
                    "7,1200,79,0.068,0.066",
                    "8,1200,66,0.053,0.055",
                ),
            ),
            Delivery(
                note="""The two missing deciles are added, and a chart beside the table. The
                    largest calibration error is 0.7 points, in the first decile.""",
                file="evaluation-complete.csv",
                lines=(
                    "decile,calls,deposits,predicted,observed",
                    "1,1200,412,0.336,0.343",
                    "2,1200,251,0.214,0.209",
                    "3,1200,168,0.141,0.140",
                    "4,1200,117,0.099,0.098",
                    "5,1200,95,0.078,0.079",
                    "6,1200,88,0.071,0.073",
                    "7,1200,79,0.068,0.066",
                    "8,1200,66,0.053,0.055",
                    "9,1200,49,0.041,0.041",
                    "10,1200,47,0.038,0.039",
                ),
            ),
            Delivery(
                note="""Model-risk file, runbook, and the session with the campaign team. Graça's
                    colleague scored a list from the runbook alone in 25 minutes; two unclear
                    sentences were rewritten.""",
                file="runbook.md",
                lines=(
                    "# Scoring a list",
                    "",
                    "1. Export the list with the 15 columns named in columns.txt.",
                    "2. Run `score.py list.csv --out ranked.csv`.",
                    """3. Compare the printed share of “unknown” with the last campaign; stop
                        above 30%.""",
                    "4. Hand ranked.csv to the campaign desk. Call from the top.",
                ),
            ),
        ),
        asides=(
            Aside(milestone=1, act="at the bank"),
            Aside(
                milestone=3,
                act="bonus",
                amount=600,
                why="""You told us that the crisis weeks would stay hard before we asked. That
                    saved us a bad promise to our board.""",
            ),
        ),
    ),
    Deal(
        brief="cell-samples",
        state="completed",
        milestones=("released", "released", "released"),
        deliveries=(
            Delivery(
                note="""Five of the thirty measurements remain, one for each group, chosen with Dr
                    Osei's colleague. The demonstration shows what scaling outside the folds
                    does: 0.3 points here, and why that is luck.""",
                file="groups.md",
                lines=(
                    "# One measurement for each group",
                    "",
                    "- size: worst perimeter",
                    "- texture: mean texture",
                    "- edge: worst concave points",
                    "- smoothness: worst smoothness",
                    "- symmetry: worst symmetry",
                ),
            ),
            Delivery(
                note="""The study, ten pages. At no missed cancer in repeated nested folds, the
                    share of benign samples cleared is on page six with its interval, and beside
                    it the sentence that matters: with 212 malignant samples, up to 1.4% could
                    be missed.""",
                file="study-summary.md",
                lines=(
                    "# What 569 samples can tell",
                    "",
                    """Malignant 212, benign 357. None missed of 212 means: the true share of
                        missed cancers may""",
                    """still be as high as 1.4% (upper end of a one-sided 95% interval, rule of
                        three).""",
                ),
            ),
            Delivery(
                note="""Lecture held for 34 people, slides and recording attached in the
                    department's folder. The most asked question was about needles of another
                    hospital; page one answers it with “nobody knows”.""",
                file="questions.md",
                lines=(
                    "# Questions asked after the lecture",
                    "",
                    "1. Would it work with our needles? Nobody knows; that is a study of its own.",
                    "2. Which five samples does every model get wrong? Page nine.",
                    "3. May we use it? No. It is a lesson.",
                ),
            ),
        ),
        asides=(Aside(milestone=2, act="to the bank"),),
    ),
)
