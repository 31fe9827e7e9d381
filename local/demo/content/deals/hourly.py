"""Contracts by the hour."""

from local.demo.content.shapes import Deal, Line

DEALS = (
    Deal(
        brief="sms-spam",
        state="active",
        lines=(
            Line(
                day=0,
                starts=9,
                hours=4,
                task="Agreement of the two agents",
                note="""First 600 of 2,000 messages. Kappa 0.71; delivery notices are where they
                    differ.""",
                link="https://git.example.org/meridian/sms/commit/91c0d2e",
            ),
            Line(
                day=1,
                starts=13,
                hours=3.5,
                task="Labelling rule",
                note="Rewritten for delivery notices and for codes from rotating numbers.",
            ),
            Line(
                day=2,
                starts=9,
                hours=2,
                task="Slides for the regulator",
                note="Two pages on what 1 in 10,000 means with 196,000 messages.",
            ),
            Line(
                day=2,
                starts=12,
                hours=4,
                task="Hashed n-grams, first run",
                note="40 settings of width and length, on your host.",
                link="https://runs.example.org/meridian/sms/7",
                is_waiting=True,
            ),
            Line(
                day=3,
                starts=8,
                hours=3,
                task="Agreement of the two agents",
                note="The other 1,400, under the new rule: kappa 0.84.",
            ),
        ),
        contested="Slides for the regulator",
        contested_because="""We had agreed that our own team writes to the regulator. The slides
            are good, and they were not asked for.""",
    ),
)
