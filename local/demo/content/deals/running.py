"""Contracts under way, with a milestone in every state."""

from local.demo.content.shapes import Aside, Change, Deal, Delivery

DEALS = (
    Deal(
        brief="card-default",
        state="active",
        milestones=("released", "submitted", "planned"),
        progress="""Scorecard and challenger agree on 91% of the sealed customers. I am writing up
            the 200 cases in which they do not.""",
        deliveries=(
            Delivery(
                note="""Every code of EDUCATION and of PAY_0 to PAY_6 has a written treatment. A
                    fifth of the rows is sealed; its hash is in the report.""",
                file="codes.csv",
                lines=(
                    "column,code,meaning,treatment",
                    "EDUCATION,0,undocumented,other",
                    "EDUCATION,5,undocumented,other",
                    "EDUCATION,6,undocumented,other",
                    "PAY_0,-2,no consumption,kept apart",
                    "PAY_0,-1,paid in full,kept apart",
                    "PAY_0,0,revolving credit,kept apart",
                ),
            ),
            Delivery(
                note="""Scorecard, challenger and the fairness annex. On the sealed rows, 10%
                    flagged: the rule catches 31% of defaults, the scorecard 37%, the challenger
                    38%. That is under the 40% you hoped for, within what I had written, and the
                    two are equal given their intervals. I recommend the scorecard. SEX and
                    MARRIAGE are no inputs; the false-alarm rates by group are on page 9.""",
                file="sealed-results.csv",
                lines=(
                    "model,flagged,defaults_caught,low,high",
                    "rule,0.10,0.31,0.29,0.34",
                    "scorecard,0.10,0.37,0.35,0.40",
                    "challenger,0.10,0.38,0.35,0.41",
                ),
            ),
        ),
    ),
    Deal(
        brief="card-fraud",
        state="active",
        milestones=("released", "submitted", "awaiting_funds", "planned"),
        deliveries=(
            Delivery(
                note="""1,081 duplicates are removed before the split, and figures are given with
                    and without them. The logistic floor finds 51 frauds among the first 100
                    alerts of day two, interval 41 to 61.""",
                file="split.md",
                lines=(
                    "# Day split",
                    "",
                    "Day one: rows with Time below 86,400 s. Day two: the rest.",
                    """Exact duplicates removed: 1,081. The last six hours of day one tune the
                        model.""",
                ),
            ),
            Delivery(
                note="""Ranking for day two, opened once: 71 frauds among the first 100 alerts (61
                    to 79), average precision 0.74. The isolation forest added nothing on the
                    held-out hours, so it is left out, and section 4 shows why. With shuffled
                    labels precision falls to 0.2%.""",
                file="day-two.csv",
                lines=(
                    "alerts,frauds,precision",
                    "50,41,0.82",
                    "100,71,0.71",
                    "200,112,0.56",
                    "400,154,0.385",
                ),
            ),
        ),
    ),
    Deal(
        brief="store-demand",
        state="active",
        milestones=("released", "refunded", "planned"),
        why="""The stores change their product numbers in January, so forecasts of the old numbers
            would be thrown away. We would rather end this step, get the money back, and agree
            on the last one anew.""",
        deliveries=(
            Delivery(
                note="""Metric code and both benchmarks. Bottom-up smoothing gives 0.671 on the
                    public test days, as it should. 6.3% of days look like empty shelves; the
                    list is by department.""",
                file="benchmarks.csv",
                lines=(
                    "method,wrmsse",
                    "seasonal naive,0.847",
                    "exponential smoothing bottom up,0.671",
                ),
            ),
        ),
    ),
    Deal(
        brief="surface-defects",
        state="active",
        milestones=("released", "changes_requested", "planned"),
        is_paid_out=False,
        returned=3,
        returned_because="""On the line's computer the cable family takes 410 ms per image, not
            300. The other two families are fine. Please bring cable under 300 ms or show us
            what it costs in found defects.""",
        deliveries=(
            Delivery(
                note="""Two days in Heilbronn. The new dark-field lamp shows scratches that
                    neither inspector had seen. On 600 images the inspectors agree on 93% of
                    defects for screws, 95% for grid, 90% for cable; the intervals are in the
                    report.""",
                file="agreement.csv",
                lines=(
                    "family,images,agreement,low,high",
                    "screw,200,0.93,0.88,0.96",
                    "grid,200,0.95,0.91,0.98",
                    "cable,200,0.90,0.85,0.94",
                ),
            ),
            Delivery(
                note="""Detectors for three families. At 0.5% false alarms on weeks seven and
                    eight: screw 94%, grid 97%, cable 92% of defects found, intervals of about
                    five points. The threshold's good parts are from week five, the memory's
                    from weeks one to three.""",
                file="weeks-seven-eight.csv",
                lines=(
                    "family,defects,found,false_alarms,milliseconds",
                    "screw,81,76,0.005,240",
                    "grid,74,72,0.005,190",
                    "cable,85,78,0.005,410",
                ),
            ),
        ),
    ),
    Deal(
        brief="process-yield",
        state="active",
        milestones=("funded", "planned", "planned"),
        change=Change(
            why="""If a handful of sensors is worth watching, somebody has to see when one of them
                goes blind. That is in nobody's plan, and I am in the data anyway.""",
            title="Watch the sensors that matter",
            deliverables="A daily job over the chosen sensors, and its alarm to the shift lead.",
            criteria=("The job runs daily for two weeks.", "A dead sensor raises an alarm."),
            amount=90_000,
            is_signed=True,
        ),
        progress="""Grouping is done: 590 readings are 214 physical ones. The permutation
            procedure is written down and in the shared folder before any selection.""",
        asides=(
            Aside(
                milestone=1,
                act="part released",
                amount=900,
                why="""The grouping of the readings is useful to us already, and the license of
                    the simulator falls due this week.""",
            ),
        ),
    ),
    Deal(
        brief="playbills",
        state="active",
        milestones=("released", "funded", "planned"),
        change=Change(
            why="""Our own curators will do the last part by hand, so we do not need that milestone
                any more.""",
            dropped=3,
        ),
        deliveries=(
            Delivery(
                note="""The split is by printer: 19 in training, 4 held out. The readers
                    settled 500 disagreements in four evenings; 61 of them were the same
                    ornament.""",
                file="printers.csv",
                lines=(
                    "part,printers,playbills,characters",
                    "training,19,520,25100",
                    "held out,4,120,5900",
                ),
            ),
        ),
        asides=(
            Aside(
                milestone=1,
                act="given back",
                amount=16_000,
                why="""Two of the 19 printers turned out to be one and the same. I have counted
                    his pages twice, and give that day back.""",
            ),
        ),
    ),
    Deal(
        brief="receipts",
        state="active",
        milestones=("released", "funded", "planned"),
        deliveries=(
            Delivery(
                note="""600 receipts labelled twice: the two people agree on all lines of 83%.
                    Most differences are discounts; the guide has a page on them now. No shop is
                    in both parts.""",
                file="agreement-by-country.csv",
                lines=(
                    "country,receipts,agreement",
                    "US,210,0.88",
                    "CA,92,0.86",
                    "MX,71,0.80",
                    "others,227,0.78",
                ),
            ),
        ),
        asides=(Aside(milestone=2, act="disputed", why="product_not_received"),),
    ),
    Deal(
        brief="building-meters",
        state="active",
        milestones=("released", "awaiting_funds", "planned"),
        is_client_silent=True,
        deliveries=(
            Delivery(
                note="""Each of the 2,380 public meters has a colour and a rule: 1,702 green, 391
                    amber, 287 red. For every rule the number of rows that it changed is listed.
                    Site 0 was in another unit, as suspected.""",
                file="traffic-light.csv",
                lines=(
                    "colour,meters",
                    "green,1702",
                    "amber,391",
                    "red,287",
                ),
            ),
        ),
        asides=(Aside(milestone=1, act="charged back", why="fraudulent"),),
    ),
    Deal(
        brief="advert-uplift",
        state="paused",
        milestones=("released", "funded", "planned"),
        why="""Our agency changes over the holidays. We stop until they can answer questions
            again.""",
        deliveries=(
            Delivery(
                note="""The randomisation holds up to what matters: predicting the treatment from
                    the 12 features gives an AUC of 0.51, interval 0.509 to 0.512, small but not
                    nothing, so I weight by it. With shuffled treatment the Qini's interval
                    includes zero.""",
                file="randomisation.csv",
                lines=(
                    "check,value,low,high",
                    "auc of predicting treatment,0.5105,0.5093,0.5117",
                    "qini with shuffled treatment,0.0004,-0.0021,0.0030",
                ),
            ),
        ),
    ),
)
