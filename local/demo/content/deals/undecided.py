"""Contracts that are not running: on the table, waiting for money, or come to nothing."""

from local.demo.content.shapes import Deal

DEALS = (
    Deal(brief="film-club", state="offered"),
    Deal(
        brief="readmission",
        state="countered",
        why="""Ten days of review instead of seven: your clinician is in theatre on two days a
            week, and I would rather wait than be approved by the calendar.""",
    ),
    Deal(brief="online-fraud", state="awaiting_funds"),
    Deal(
        brief="news-routing",
        state="declined",
        why="""I have taken on a longer contract since I proposed and could not begin before
            spring. Linh's plan would suit you well.""",
    ),
    Deal(brief="bike-hours", state="lapsed"),
    Deal(
        brief="hotel-cancellations",
        state="withdrawn",
        why="""The front office moves to a new booking system in March. We will come back to your
            plan when its data can be trusted.""",
    ),
)
