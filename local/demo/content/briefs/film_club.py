"""Rests on MovieLens 25M, GroupLens (research use)."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="film-club",
    organisation="kaede",
    data_set="MovieLens 25M, GroupLens (research use)",
    figures=("25,000,095", "62,423", "162,541"),
    title="A second film for new members that is not the famous one again",
    summary="Recommendations for a small catalogue with a long tail, rehearsed on MovieLens 25M.",
    problem="""New members watch “Tokyo Story”, are shown the ten most famous films, and leave in
        the second week. We have 3,200 films and 41,000 members. As a rehearsal we use MovieLens
        25M: 25,000,095 ratings of 62,423 films by 162,541 people.

        We care about the tail: a club that shows ten films is no club.""",
    why_it_matters="""A member who watches a second film in the first week stays for eleven
        months; others stay for two.""",
    goal_kpi="Recall at 20 for a person's next films, by time",
    goal_baseline="Most popular of the last 90 days",
    goal_target="""Half as much again as the popular list, with three times as many different
        films shown""",
    goal_worth="About 900 yen a month for each member kept",
    success_metrics="""Recall at 20 and NDCG at 20 with a global split in time; number of
        different films shown to 1,000 people.""",
    guardrails="List in 50 ms. No use of age or gender.",
    data_sources="MovieLens 25M (research licence, rehearsal only); own plays since 2021.",
    data_volume="25,000,095 ratings, 1995 to 2019; own 2.6 million plays",
    data_labels="Ratings from 0.5 to 5; plays with minutes watched",
    data_quality="""MovieLens users rate many films in one sitting, so the order within a session
        means little. Each has at least 20 ratings: true newcomers are missing.""",
    data_location="Public; own in Tokyo (Google Cloud)",
    data_access="One week",
    data_sensitivity="personal",
    data_rules="Viewing habits are personal data: pseudonyms only, deletion after the contract.",
    deployment="Nightly lists in Redis",
    stack="Python, PyTorch or implicit factorisation, Redis",
    residency="Japan",
    deliverables="Baselines, model, evaluation by time, nightly job, test plan.",
    overlap="Full day, Japan time",
    language="ja",
    specialisms=("recommendation",),
    tools=("PyTorch", "Redis"),
    industry="media",
    budget=(1500000, 2400000),
    weeks=10,
    plans=(
        Plan(
            by="hiroshi.nakata",
            state="accepted",
            understanding="""The popular list is strong, and it is what drives people away.
                MovieLens has no newcomers (everyone has 20 ratings), so it can rehearse the
                model for members, not the first week. For the first week the club needs a
                question or two.""",
            approach="""Three baselines first: popular, item neighbours, implicit factorisation.
                Then a mixture with a cap on famous titles. For newcomers a choice among eight
                film pairs gives a starting vector.""",
            data_preparation="""Ratings of one sitting are treated as unordered. Split at a date
                for everybody. Minutes watched instead of ratings on your own plays.""",
            validation_plan="""Recall and NDCG at 20 by the date split, coverage for 1,000 people,
                newcomers simulated by hiding all but their first film. Own plays: last eight
                weeks closed until the end.""",
            risks="""Capping fame costs recall; I show the curve and you choose the point. An A/B
                test of four weeks with 41,000 members can see 4 points of return in week two,
                no less.""",
            assumptions="Own plays with time stamps; eight pairs chosen with your programmers.",
            steps=(
                step(
                    "data",
                    "Date split and three baselines",
                    450000,
                    34,
                    4,
                    "Split, baselines, report.",
                    "Recall at 20 and coverage for three baselines on both data sets",
                    "No event after the split date is used in training, shown by a test",
                ),
                step(
                    "modelling",
                    "Mixture with a cap on fame",
                    900000,
                    66,
                    8,
                    "Model, curve, newcomers' pairs.",
                    "Curve of recall against different films shown",
                    "Newcomer recall after one film and after eight pairs",
                ),
                step(
                    "deployment",
                    "Nightly lists and test plan",
                    550000,
                    40,
                    11,
                    "Job, lists, plan.",
                    "Lists for all members by five in the morning on seven nights",
                    "Test plan states the effect it can see",
                ),
            ),
        ),
        Plan(
            by="anton.kravets",
            understanding="""A tail problem with a small catalogue: 3,200 films can be ranked
                completely for each member.""",
            approach="""Gradient-boosted ranking over candidate scores and film metadata, with
                exposure correction for films that were never shown.""",
            data_preparation="""Log of what was shown, if there is one; else propensities by
                popularity.""",
            validation_plan="""Date split; recall, coverage; check against your past changes of
                the start page.""",
            risks="""Without a log of exposures the correction is a guess. My working hours
                overlap with yours for three in the afternoon.""",
            assumptions="Film metadata in Japanese and English.",
            steps=(
                step(
                    "data",
                    "Exposure and metadata",
                    380000,
                    36,
                    4,
                    "Tables, note.",
                    "Share of films never shown is stated",
                ),
                step(
                    "modelling",
                    "Complete ranking",
                    980000,
                    92,
                    9,
                    "Model, report.",
                    "Recall at 20 and coverage by date split",
                    "Films never shown before appear in the lists, counted",
                ),
            ),
        ),
    ),
)
