"""Retainers."""

from local.demo.content.shapes import Deal, Line, Monthly

DEALS = (
    Deal(
        brief="price-direction",
        state="active",
        lines=(
            Line(
                day=0,
                starts=9,
                hours=5,
                task="Join trades, prices and predictions",
                note="17,408 half hours join; 112 predictions were written after the fact.",
                link="https://git.example.org/terrace/direction/commit/0b7e52a",
            ),
            Line(
                day=1,
                starts=8,
                hours=4,
                task="Weekly figures beside the naive line",
                note="The page that you read on Mondays.",
            ),
            Line(
                day=2,
                starts=13,
                hours=2.5,
                task="Answering the trading desk",
                note="Why the last week of the month looked worse: two days of one outage.",
            ),
        ),
        monthly=Monthly(
            done="""I joined trades, prices and predictions by half hour, built the page of weekly
                figures, and let a retrained candidate run beside the model for nine days.""",
            versions="direction 2.3 is live, unchanged; candidate 2.4 runs beside it",
            metric="Accuracy of the direction",
            baseline="0.742 in the quarter before; 0.731 for repeating the last half hour",
            measured="0.757 (0.745 to 0.769), 1,440 half hours",
            trend="same",
            volume="1,440 predictions, 12 of them late",
            cost="nothing to speak of: one core",
            latency="0.4 seconds, 2.1 at the 99th percentile",
            incidents="""One: the feed of prices stopped for two days. The model repeated the last
                value, and its page said so within the hour.""",
            next_steps="The candidate needs four more weeks before a difference of 0.01 is seen.",
            choice="keep",
            because="""Candidate 2.4 is not better by more than chance, and nothing that the model
                reads has moved.""",
        ),
    ),
)
