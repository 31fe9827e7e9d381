"""Freelancers for recommendation, ranking and learning from feedback."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Hiroshi Nakata",
        country="JP",
        zone="Asia/Tokyo",
        headline="Recommendations for catalogues with a long tail",
        story="""I worked on video recommendations for eight years. I always ship the popularity
            baseline first, because it is embarrassing how good it is.""",
        specialisms=("recommendation", "deep_learning"),
        industries=("media", "retail"),
        stages=("framing", "modelling", "deployment", "monitoring"),
        languages=("ja", "en"),
        currency="JPY",
        hourly=14000,
        fixed_from=900000,
        tools=(("PyTorch", 7, 2026), ("Spark", 8, 2025), ("Redis", 6, 2026)),
        studies=(
            Study(
                title="Second-week viewing at a documentary service",
                industry="media",
                specialisms=("recommendation",),
                year=2025,
                problem="New members watched one famous film and left.",
                data="310,000 members, 4,100 titles, 22 million plays over two years.",
                baseline="Most played of the week: recall at 20 of 0.19.",
                approach="""Item-based and implicit matrix factorisation compared by a split in
                    time; the final list mixes three sources with a cap on famous titles.""",
                metric="""Recall at 20 of 0.31 by time split; 2.4 times as many different titles
                    shown.""",
                impact="Members active in week two rose from 38% to 43% in a four-week test.",
                trade_offs="A two-tower network gained one point and needed a nightly GPU.",
                failed="Optimising ratings: people rate what they admire and watch something else.",
            ),
        ),
    ),
    Freelancer(
        name="Camille Dubois",
        country="CA",
        zone="America/Toronto",
        headline="Next-basket and replenishment models for groceries",
        story="""Groceries are mostly repetition. I model when a household runs out of milk, and
            only then think about what is new to it.""",
        specialisms=("recommendation", "supervised"),
        industries=("retail",),
        languages=("fr", "en"),
        hourly=96,
        fixed_from=5500,
        tools=(("LightGBM", 6, 2026), ("BigQuery", 5, 2026), ("Airflow", 4, 2026)),
        studies=(
            Study(
                title="“Buy again” shelf of an online grocer",
                industry="retail",
                specialisms=("recommendation", "supervised"),
                year=2024,
                problem="""The shelf listed the last order, so it was wrong for everything not
                    bought weekly.""",
                data="1.1 million orders of 74,000 households, 21,000 products.",
                baseline="Last order: F1 of 0.29 on the next one.",
                approach="""Boosted trees on user, product and pair intervals; the list length
                    chosen per user to maximise expected F1.""",
                metric="F1 of 0.38 on each user's last order, users held out.",
                impact="Items added from the shelf per order from 3.1 to 4.4 in an A/B test.",
                trade_offs="Nothing new is ever recommended there. That is another shelf.",
                failed="Sequence networks: equal quality, ten times the cost to serve.",
            ),
        ),
    ),
    Freelancer(
        name="Anton Kravets",
        country="UA",
        zone="Europe/Kyiv",
        headline="Search and ranking, offline metrics that match the test",
        story="""I rank things: products, flats, vacancies. My first deliverable is a check that
            the offline metric would have picked the winner of your last five A/B tests.""",
        specialisms=("recommendation", "nlp", "supervised"),
        industries=("retail", "real_estate", "travel"),
        stages=("framing", "data", "modelling", "monitoring"),
        languages=("uk", "en"),
        hourly=82,
        fixed_from=5000,
        tools=(("CatBoost", 7, 2026), ("PostgreSQL", 9, 2026), ("Kafka", 5, 2026)),
        studies=(
            Study(
                title="Ranking flats by the chance of a viewing",
                industry="real_estate",
                specialisms=("recommendation", "supervised"),
                year=2025,
                problem="""Listings were sorted by date, so agents re-posted the same flat every
                    morning.""",
                data="14 million searches with clicks and viewing requests.",
                baseline="Sorting by date: 0.21 NDCG at 10 for viewing requests.",
                approach="LambdaMART with position bias estimated from a small randomised slot.",
                metric="0.34 NDCG at 10 on later weeks; four of five past tests ranked rightly.",
                impact="Viewing requests per search rose by 9% in the test.",
                trade_offs="Fresh listings keep two slots on the page, whatever the model says.",
                failed="Using clicks as the label: the best photographs won and nobody came.",
            ),
        ),
    ),
    Freelancer(
        name="Tariq Aziz",
        country="PK",
        zone="Asia/Karachi",
        headline="Bandits and reinforcement learning where they pay",
        story="""Most problems that are called reinforcement learning are a bandit or a forecast.
            I say which, and I evaluate policies on logs before anybody's customer meets one.""",
        specialisms=("reinforcement", "recommendation", "supervised"),
        industries=("marketing", "energy", "logistics"),
        stages=("framing", "modelling", "deployment"),
        hourly=58,
        fixed_from=4000,
        languages=("ur", "en"),
        tools=(("JAX", 4, 2026), ("PyTorch", 6, 2026), ("Ray", 4, 2025)),
        studies=(
            Study(
                title="Which of five banners, for whom",
                industry="marketing",
                specialisms=("reinforcement",),
                year=2024,
                problem="""Every quarter five banners were tested for six weeks and one was kept
                    for everyone.""",
                data="41 million impressions with logged probabilities, 0.8% clicked.",
                baseline="The single best banner: 0.81% click rate.",
                approach="""Linear contextual bandit, valued before launch by doubly robust
                    estimation on the logs.""",
                metric="0.93% estimated (0.90 to 0.96), 0.92% measured in the first eight weeks.",
                impact="""The six-week test became unnecessary; a new banner finds its audience in
                    three days.""",
                trade_offs="""Five per cent of traffic stays uniform so that the next model can be
                    evaluated.""",
                failed="A deep network for the value: no better and impossible to debug at night.",
            ),
        ),
    ),
)
