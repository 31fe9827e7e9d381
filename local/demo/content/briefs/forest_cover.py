"""Rests on UCI Covertype, CC BY 4.0."""

from local.demo.content.shapes import Brief, Plan, step

BRIEF = Brief(
    key="forest-cover",
    organisation="portwell",
    data_set="UCI Covertype, CC BY 4.0",
    figures=("581,012", "54", "70.6%"),
    title="A forest map of the watershed from terrain, tested by region",
    summary="""Cover type from 54 terrain variables, and proof that the map holds where nobody has
        walked.""",
    problem="""The parks department maps the forest around its reservoirs. The public Covertype
        set has 581,012 cells of 30 metres with 54 columns and seven types; the two commonest
        make up 85%. Blackard and Dean reported 70.6% in 1999; random splits give far more
        today, because neighbouring cells are nearly the same. We want the figure for a valley
        that was never sampled.""",
    why_it_matters="Replanting after the fire of 2023 follows this map.",
    goal_kpi="Balanced accuracy in unsampled valleys",
    goal_baseline="Map of 1998, 49% at 400 check plots",
    goal_target="65%, with a map of where not to trust it",
    goal_worth="1.6 million dollars of planting over five years",
    success_metrics="""Balanced accuracy by blocks or by wilderness area, confusion matrix, area
        of applicability.""",
    guardrails="Open licence. No coordinates as inputs.",
    data_sources="UCI Covertype (CC BY 4.0), four wilderness areas in Colorado; 400 own plots.",
    data_volume="581,012 rows, 54 columns, seven types; own 400 plots",
    data_labels="Seven types, the rarest with 2,747 cells",
    data_quality="""No missing values. Cells are a complete survey, so nearly every cell has
        neighbours in any random split.""",
    data_location="Public",
    data_access="At once",
    deployment="GeoTIFF files",
    stack="Python or R, open-source",
    priority="accuracy",
    deliverables="Method, two maps, report, open code.",
    overlap="Two hours with Eastern time",
    specialisms=("supervised",),
    tools=("scikit-learn", "R"),
    industry="public_sector",
    budget=(4500, 7500),
    weeks=7,
    plans=(
        Plan(
            by="samuel.tefera",
            state="shortlisted",
            understanding="""You want the accuracy of a valley without plots. A random split
                answers another question, and the gap between both is what your planters should
                see.""",
            approach="""Random forest with the four areas held out in turn, variables chosen by
                that test and not by the random one. A second map shows how far each cell is
                from anything known.""",
            data_preparation="""Coordinates out, soil types merged to those that exist in
                Portwell, elevation relative to the valley besides absolute.""",
            validation_plan="""Leave-one-area-out, balanced accuracy by type; random split
                reported once, for contrast. Own 400 plots as the last test.""",
            risks="""Some types occur in one area only and cannot be tested elsewhere; they are
                listed. 65% may be out of reach: I expect 50 to 65.""",
            assumptions="Terrain layers for the watershed at 30 metres.",
            steps=(
                step(
                    "data",
                    "Layers and areas",
                    1300,
                    25,
                    5,
                    "Layers, variables, note.",
                    "Types that occur in one area only are listed",
                ),
                step(
                    "modelling",
                    "Map with leave-one-area-out",
                    2700,
                    52,
                    8,
                    "Maps, report.",
                    "Balanced accuracy by area held out, and by random split for contrast",
                    "Accuracy at the 400 own plots",
                ),
                step(
                    "handover",
                    "Open code and session",
                    900,
                    17,
                    10,
                    "Code, session.",
                    "A ranger opens both maps and finds one plot",
                ),
            ),
        ),
        Plan(
            by="linh.pham",
            understanding="""Honest splits, one map, open code. I have done schools and shops, and
                no forests yet; the price says so.""",
            approach="""Boosted trees, blocks of cells held out, probabilities mapped next to
                classes.""",
            data_preparation="""Blocks by terrain clusters, since coordinates are absent; soils
                merged.""",
            validation_plan="Block-wise folds, balanced accuracy, own plots last.",
            risks="Clusters are a stand-in for places.",
            assumptions="A forester for two hours.",
            steps=(
                step(
                    "data",
                    "Blocks",
                    1000,
                    18,
                    5,
                    "Blocks, note.",
                    "Similarity within and between blocks is reported",
                ),
                step(
                    "modelling",
                    "Map",
                    2400,
                    44,
                    9,
                    "Map, report, code.",
                    "Balanced accuracy by block",
                    "Accuracy at own plots",
                ),
            ),
        ),
    ),
)
