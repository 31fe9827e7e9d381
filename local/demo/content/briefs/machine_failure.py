"""Rests on UCI AI4I 2020 Predictive Maintenance, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="machine-failure",
    organisation="kestrel",
    data_set="UCI AI4I 2020 Predictive Maintenance, CC BY 4.0",
    figures=("10,000", "339", "3.4%"),
    title="Warn before a milling machine fails, and say which way",
    summary="""Failure warning with its mode, first on the AI4I 2020 data, then on six machines of
        ours.""",
    problem="""Maintenance goes by the calendar. Before we buy sensors for all 48 machines we want
        a trial on six of them, and a method that was tried on public data: AI4I 2020, 10,000
        records of a synthetic milling machine with 339 failures (3.4%) in five modes, from tool
        wear to heat.

        It is synthetic, we know. It has rules inside that a good method should find again; our
        machines will be less kind.""",
    why_it_matters="An unplanned stop costs 3,100 euros an hour. We had 71 of them last year.",
    goal_kpi="Failures announced at least one shift ahead",
    goal_baseline="0, apart from the ears of the operators",
    goal_target="Half of the failures, at no more than two false alarms a month and machine",
    goal_worth="About 100,000 euros a year for the six machines",
    success_metrics="""On AI4I: F1 and recall per failure mode. On ours: failures announced and
        false alarms over three months.""",
    guardrails="Each warning names its mode and two readings. No black box on the shop floor.",
    data_sources="AI4I 2020 (UCI, CC BY 4.0); controller logs of six machines since 2023.",
    data_volume="10,000 public records; own: 6 machines × 30 months, one record a second",
    data_labels="Public: failure and five modes. Own: 58 stops from the maintenance book",
    data_quality="""A few public failures have no mode, and random failures are mostly not marked
        as failures. Own book is handwritten.""",
    data_location="Own server in Heilbronn",
    data_access="Anke Sommer, one week",
    deployment="Server in the plant, message on the machine's panel",
    stack="Python; OPC UA from the controllers",
    residency="Germany",
    priority="explainability",
    phases=("data", "modelling", "deployment"),
    deliverables="Labelled stops, method, trial on six machines, report with the decision for 48.",
    overlap="Full day, German time",
    specialisms=("supervised", "unsupervised", "forecasting"),
    tools=("scikit-learn", "XGBoost"),
    industry="manufacturing",
    budget=(12000, 19000),
    weeks=20,
    plans=(
        Plan(
            by="jonas.eriksen",
            state="shortlisted",
            understanding="""Two tasks of different kind. On the public set the modes follow rules
                (power, heat difference, wear times torque), and a small tree should find them.
                On your machines there are 58 stops, so the method has to learn from healthy
                running.""",
            approach="""Public set: physical features and a depth-limited tree per mode. Own
                machines: a health index per machine and tool from healthy hours, alarm by
                cumulative sum, mode by the reading that moved.""",
            data_preparation="""The maintenance book is transcribed and matched to the logs with
                an uncertainty of hours; stops that nobody can match are listed. Seconds are
                condensed to cycles, because a milling machine lives in cycles.""",
            validation_plan="""Public: stratified folds, recall per mode; the 19 random failures
                are excluded and counted. Own: alarms on the last nine months with nothing
                fitted there; then three live months.""",
            risks="""If only 30 of 58 stops can be matched, “half” has an interval from a third to
                two thirds. Tool changes look like failures unless they are logged.""",
            assumptions="A maintenance foreman for three days; tool changes are in the log.",
            steps=(
                step(
                    "data",
                    "Stops matched to logs",
                    4300,
                    42,
                    6,
                    "Transcribed book, matched stops, condensed logs.",
                    """Each of the 58 stops is matched with a stated uncertainty or listed as
                        unmatched""",
                    "Go or no-go by the number of matched stops",
                ),
                step(
                    "modelling",
                    "Method on public and own past",
                    6400,
                    62,
                    11,
                    "Method, report.",
                    "Recall per failure mode on AI4I",
                    "Failures announced and false alarms on the last nine months",
                ),
                step(
                    "deployment",
                    "Three live months on six machines",
                    6900,
                    66,
                    24,
                    "Messages on the panel, monthly reports.",
                    "False alarms per machine and month are counted",
                    "Recommendation for the 48 machines with its cost",
                ),
            ),
        ),
        Plan(
            by="mei.ling.tan",
            understanding="""58 stops and 86,400 records a day: the signal is in the difference
                between a machine and its own past. I would not fit anything to 58 events.""",
            approach="""Multivariate control charts per machine state with sparse contributions,
                so that each alarm names its readings. The AI4I set serves as a unit test: the
                rules inside must come out.""",
            data_preparation="""States (idle, warm-up, cutting) are separated first; most false
                alarms are state changes.""",
            validation_plan="""Leave-one-month-out false-alarm rate, announced stops with an
                interval.""",
            risks="""From Singapore I can overlap for your mornings only. Somebody on site must
                read the book to me.""",
            assumptions="Machine state can be derived from spindle load.",
            steps=(
                step(
                    "data",
                    "Machine states and stops",
                    3900,
                    36,
                    6,
                    "States, matched stops.",
                    "States agree with an operator's log for one week at 98%",
                ),
                step(
                    "modelling",
                    "Control charts with reasons",
                    6800,
                    62,
                    12,
                    "Charts, report.",
                    "The known rules of AI4I are recovered, listed one by one",
                    "False alarms per month on nine months",
                ),
                step(
                    "handover",
                    "Live month",
                    3200,
                    30,
                    17,
                    "Live month, manual.",
                    "Foreman reads an alarm without help",
                ),
            ),
        ),
    ),
)
