"""Freelancers for churn, propensity and what an offer changes."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Inês Carvalho",
        country="PT",
        zone="Europe/Lisbon",
        headline="Churn and propensity models that a call centre can act on",
        story="""Nine years between the analytics team of a mobile operator and my own practice in
            Porto. I start from the list that somebody will call on Monday morning and work back
            to the model. I validate by time, always, and I leave a simple model behind next to
            the good one so that you can see what the difference buys.""",
        specialisms=("supervised", "analytics"),
        industries=("telecom", "banking", "marketing"),
        stages=("framing", "data", "modelling", "monitoring"),
        languages=("pt", "en", "es"),
        currency="EUR",
        hourly=95,
        fixed_from=4500,
        tools=(
            ("scikit-learn", 9, 2026),
            ("LightGBM", 6, 2026),
            ("SQL", 11, 2026),
            ("dbt", 3, 2026),
        ),
        try_this="A finished contract: read its events, its earnings and a payout that was sent.",
        studies=(
            Study(
                title="Which prepaid customers will stop topping up",
                industry="telecom",
                specialisms=("supervised",),
                year=2025,
                problem="""An operator with 1.9 million prepaid lines noticed churn only after 90
                    silent days, when nothing could be done any more.""",
                data="""Fourteen months of top-ups, call records aggregated by week and complaint
                    codes: 61 columns per line and week, 4.2% of lines falling silent in a
                    quarter.""",
                baseline="""A rule of the marketing team, “no top-up for 21 days”, found 31% of
                    future churners in the 10% of lines it flagged.""",
                approach="""LightGBM on weekly aggregates with a gap of two weeks between features
                    and label, so that a campaign has time to run. Trained on ten months, tuned
                    on two, reported once on the last two.""",
                metric="""52% of churners in the top decile on the final two months, against 31%
                    for the rule.""",
                impact="""The campaign reached the same number of churners with 40% fewer
                    free-minute vouchers, worth about 210,000 euros a year by the finance team's
                    count.""",
                trade_offs="""A monthly retraining would have gained half a point; the team chose
                    quarterly because each new model is reviewed by hand.""",
                failed="""Features from the contact graph took three weeks and disappeared in
                    validation: they were a proxy for tenure.""",
            ),
            Study(
                title="Savings-product calls ranked by expected reply",
                industry="banking",
                specialisms=("supervised", "analytics"),
                year=2024,
                problem="""Agents called customers in branch order. One call in nine ended in a
                    deposit, and good customers were called four times.""",
                data="""38,000 calls of two campaigns with client, contact and interest-rate
                    columns.""",
                baseline="""Branch order converted 11%; logistic regression on age, balance and
                    last outcome reached an AUC of 0.71.""",
                approach="""Gradient boosting without the duration of the call, which is only
                    known afterwards, and with a calibrated output so that the list can be cut
                    where a call stops paying.""",
                metric="""AUC of 0.78 on the campaign that came after the training data;
                    calibration error under 1.5 points in each decile.""",
                impact="""Half of the list brought 80% of the deposits, so the second half was
                    never called.""",
                trade_offs="""The best model used the number of contacts in this campaign. We
                    dropped it, because it steers the agents who produce it.""",
                failed="Time-of-day features looked strong and were an artefact of the shift plan.",
            ),
        ),
    ),
    Freelancer(
        name="Marcus Bell",
        country="US",
        zone="America/Chicago",
        headline="Retention and uplift: whom an offer changes, not who leaves",
        story="""I ran retention analytics at a cable company and learnt that the customers most
            likely to leave are rarely the ones an offer keeps. I design the randomised holdout
            first and the model second.""",
        specialisms=("supervised", "analytics", "reinforcement"),
        industries=("telecom", "marketing", "retail"),
        stages=("framing", "modelling", "monitoring"),
        hourly=125,
        fixed_from=7000,
        tools=(
            ("scikit-learn", 9, 2026),
            ("SQL", 13, 2026),
            ("Snowflake", 5, 2026),
            ("Tableau", 7, 2026),
        ),
        try_this="On the shortlist for the churn brief: revise the proposal, sign an offer.",
        studies=(
            Study(
                title="Uplift targeting of a cable retention offer",
                industry="telecom",
                specialisms=("supervised", "analytics"),
                year=2025,
                problem="""A 20-dollar credit went to the riskiest fifth of customers; nobody knew
                    whether it kept anyone.""",
                data="""A randomised test that I asked for: 60,000 customers, half offered the
                    credit, 3.8% left within 60 days.""",
                baseline="Targeting by churn risk: 0.4 points fewer leavers than no offer.",
                approach="""Two-model and X-learner uplift on 40 features, chosen by Qini on a
                    held-out third of the test.""",
                metric="""Among the top fifth by uplift, 1.6 points fewer leavers; confidence
                    interval 0.7 to 2.5.""",
                impact="The same budget kept about 190 more customers a month.",
                trade_offs="""Five per cent of customers stay in a permanent control group, and
                    marketing had to be persuaded.""",
                failed="""Estimating uplift from past, non-random campaigns gave the wrong sign
                    for the oldest customers.""",
            ),
        ),
    ),
    Freelancer(
        name="Gabriela Ionescu",
        country="RO",
        zone="Europe/Bucharest",
        headline="Did it work? Experiments and causal analysis",
        story="""I design tests, and when a test is impossible I say what an analysis can and
            cannot show. I write two pages, not twenty.""",
        specialisms=("analytics", "supervised"),
        industries=("marketing", "retail", "public_sector"),
        stages=("framing", "modelling", "monitoring"),
        languages=("ro", "en", "fr"),
        currency="EUR",
        hourly=78,
        fixed_from=3000,
        tools=(("R", 9, 2026), ("statsmodels", 7, 2026), ("DuckDB", 3, 2026)),
        studies=(
            Study(
                title="What a loyalty programme really added",
                industry="retail",
                specialisms=("analytics",),
                year=2024,
                problem="""Members spent 34% more than others, and the board believed that the
                    programme did it.""",
                data="410,000 customers, roll-out in 22 cities over 14 months.",
                baseline="The naive difference: plus 34%.",
                approach="""Difference in differences over the staggered roll-out with
                    never-treated cities as controls, plus a placebo on earlier years.""",
                metric="Plus 3.8% (1.1 to 6.4) in the first year.",
                impact="The second phase was cut to the two regions in which it pays.",
                trade_offs="City-level effects are wide; we did not rank cities.",
                failed="""Matching on past spending: it kept a third of the bias, as the placebo
                    showed.""",
            ),
        ),
    ),
    Freelancer(
        name="Zeynep Aydın",
        country="TR",
        zone="Europe/Istanbul",
        headline="Purchase intent and personalisation for online shops",
        story="""I connect shop sessions to decisions: whom to show a coupon, when to keep quiet.
            I count the coupons given to people who would have bought anyway.""",
        specialisms=("supervised", "recommendation", "analytics"),
        industries=("retail", "marketing"),
        languages=("tr", "en"),
        currency="EUR",
        hourly=64,
        fixed_from=3200,
        tools=(("scikit-learn", 7, 2026), ("BigQuery", 5, 2026), ("dbt", 4, 2026)),
        studies=(
            Study(
                title="Coupons only for the undecided",
                industry="retail",
                specialisms=("supervised", "analytics"),
                year=2025,
                problem="A fashion shop gave 10% off to every visitor who stayed three minutes.",
                data="2.7 million sessions; a randomised fifth saw no coupon.",
                baseline="""Everyone after three minutes: 0.9 points more orders for 6.1% of
                    revenue in coupons.""",
                approach="""Uplift trees on the first two minutes of a session, on what a browser
                    sends without any identifier.""",
                metric="78% of the added orders with 35% of the coupons, on three held-out weeks.",
                impact="Margin up by 1.7 points in the outlet category.",
                trade_offs="Session features only: no profile, no consent question.",
                failed="Predicting purchase and calling it uplift.",
            ),
        ),
    ),
)
