"""Rests on Hotel booking demand (Antonio, de Almeida, Nunes, 2019), CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="hotel-cancellations",
    organisation="miradouro",
    data_set="Hotel booking demand (Antonio, de Almeida, Nunes, 2019), CC BY 4.0",
    figures=("119,390", "40,060", "37.0%"),
    title="How many rooms can we sell twice in August?",
    summary="""Cancellation forecasts for a resort and a city hotel, turned into an overbooking
        level per night.""",
    problem="""The public record of two Portuguese hotels is ours in all but name: 119,390
        bookings, 40,060 of a resort and 79,330 of a city hotel, July 2015 to August 2017; 37.0%
        were cancelled. We overbook by feeling.

        We want the distribution of arrivals for each night of the next 90 days, and a level
        that costs in the guests whom we would have to walk.""",
    why_it_matters="Eleven unsold rooms on a typical August night, at 180 euros each.",
    goal_kpi="Unsold rooms per night at the present number of walked guests",
    goal_baseline="11.2 unsold, 0.6 walked, last August",
    goal_target="7 unsold at no more walked guests, in a replay of the last summer",
    goal_worth="About 95,000 euros a year",
    success_metrics="""Replay of June to August 2017: unsold rooms and walked guests per night.
        Brier score by days before arrival.""",
    guardrails="No use of nationality. A level is a recommendation; the front office decides.",
    data_sources="Hotel booking demand, Data in Brief 2019 (CC BY 4.0).",
    data_volume="119,390 bookings, 32 columns",
    data_labels="Cancelled or not, with the date of the last change",
    data_quality="""The country of a guest is often corrected at check-in, so it leaks. Deposit
        type “non refund” is nearly always cancelled, which is odd and known.""",
    data_location="Public; own system in Lisbon",
    data_access="Duarte Pinho, one week",
    data_sensitivity="personal",
    data_rules="Guests as numbers.",
    deployment="A table each morning",
    stack="R or Python",
    residency="European Union",
    deliverables="Leakage review, model, replay, morning table.",
    overlap="Two hours with Lisbon",
    specialisms=("supervised", "forecasting"),
    tools=("R", "XGBoost"),
    industry="travel",
    budget=(7000, 11000),
    weeks=8,
    plans=(
        Plan(
            by="jack.whitford",
            state="accepted",
            understanding="""Not “will this booking cancel” but “how many of tonight's 212 will
                come”. Errors within a group of bookings go together, and that is what an
                overbooking level has to survive.""",
            approach="""Hazard of cancellation by days before arrival, by segment and deposit;
                nights summed by simulation with common shocks; level by the price of a walked
                guest.""",
            data_preparation="""Country out, “non refund” looked at booking by booking, group
                bookings as one decision, room changes as of the day.""",
            validation_plan="""Train to May 2017, replay June to August: unsold and walked per
                night for several prices of walking.""",
            risks="""Two summers only. A festival in 2016 dominates July; I show the replay with
                and without it.""",
            assumptions="Price of a walked guest from the front office.",
            steps=(
                step(
                    "data",
                    "Leakage review and as-of table",
                    2300,
                    21,
                    3,
                    "Review, table by day before arrival.",
                    "Each column has the day on which it is known",
                    "“Non refund” bookings are explained or set apart",
                ),
                step(
                    "modelling",
                    "Arrivals and level",
                    4500,
                    41,
                    6,
                    "Model, replay.",
                    "Unsold and walked per night in the replay for three prices of walking",
                    "90% interval of arrivals covers 85 to 95% of nights",
                ),
                step(
                    "deployment",
                    "Morning table",
                    2200,
                    20,
                    9,
                    "Job, session.",
                    """Front office uses the table for a week and writes down where it did not
                        follow it""",
                ),
            ),
        ),
        Plan(
            by="ines.carvalho",
            understanding="""A probability per booking, calibrated by days before arrival, and a
                sum with an honest spread.""",
            approach="""Boosting with days before arrival as input, isotonic calibration by
                segment, sums by resampling nights of the same kind.""",
            data_preparation="""As-of features only; nationality and agent codes that change at
                check-in are left out.""",
            validation_plan="""Summer 2017 withheld, Brier score by days before arrival, replay of
                levels.""",
            risks="Correlation inside groups is handled roughly.",
            assumptions="Group bookings are marked.",
            advice="A fixed price fits: the replay has a clear end.",
            steps=(
                step(
                    "data",
                    "As-of table",
                    2100,
                    22,
                    4,
                    "Table, tests.",
                    "No column changes after its date, shown by a test",
                ),
                step(
                    "modelling",
                    "Calibrated bookings",
                    4400,
                    46,
                    8,
                    "Model, replay.",
                    "Brier score by days before arrival",
                    "Unsold and walked in the replay",
                ),
            ),
        ),
    ),
)
