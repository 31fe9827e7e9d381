"""Freelancers for demand, energy, mobility and travel forecasts."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Mateo Fuentes",
        country="CL",
        zone="America/Santiago",
        headline="Store-level demand forecasts that planners keep using",
        story="""I forecast groceries. Most of the gain is in the calendar, the promotions and the
            zeros; the rest is in convincing a planner to leave a good number alone. I measure
            by the error and by how often people override it.""",
        specialisms=("forecasting", "supervised"),
        industries=("retail", "logistics"),
        stages=("data", "modelling", "deployment", "monitoring"),
        languages=("es", "en"),
        hourly=85,
        fixed_from=6000,
        tools=(
            ("LightGBM", 7, 2026),
            ("Polars", 3, 2026),
            ("Spark", 6, 2025),
            ("Airflow", 5, 2026),
        ),
        studies=(
            Study(
                title="Daily fresh-food orders for 118 supermarkets",
                industry="retail",
                specialisms=("forecasting",),
                year=2025,
                problem="""Fresh food was ordered by hand; 7.8% of it was thrown away and shelves
                    were empty at six in the evening.""",
                data="""2,300 products, 118 stores, three years of days, 44% zeros; promotions
                    known two weeks ahead.""",
                baseline="""Same weekday, mean of four weeks: weighted absolute percentage error
                    of 41%.""",
                approach="""One LightGBM model with a Tweedie objective over all series, lagged
                    and calendar features, plus quantiles at 50 and 80% for the order quantity.""",
                metric="WAPE of 32% over 13 rolling weeks; 80% quantile covered 79.2% of days.",
                impact="""Waste fell to 6.1% in the 20 pilot stores with on-shelf availability
                    unchanged.""",
                trade_offs="""One global model is a little worse for bread than a special one and
                    far easier to run.""",
                failed="""Weather helped ice cream and salad only; we left it in for those two
                    groups.""",
            ),
        ),
    ),
    Freelancer(
        name="Elena Petrova",
        country="BG",
        zone="Europe/Sofia",
        headline="Load and meter forecasts, baselines for energy savings",
        story="""Electrical engineer who moved from substations to time series. I work on building
            loads, measurement and verification, and the awkward year in which everything
            changed.""",
        specialisms=("forecasting", "analytics"),
        industries=("energy", "real_estate"),
        stages=("framing", "data", "modelling", "monitoring"),
        languages=("en", "ru", "de"),
        currency="EUR",
        hourly=75,
        fixed_from=5000,
        try_this="A retainer: write hours down in the second month, four and a half rolled over.",
        tools=(
            ("LightGBM", 5, 2026),
            ("Prophet", 5, 2024),
            ("statsmodels", 9, 2026),
            ("DuckDB", 3, 2026),
        ),
        studies=(
            Study(
                title="Counterfactual heating use for 340 school buildings",
                industry="energy",
                specialisms=("forecasting",),
                year=2025,
                problem="""A contractor was paid by savings and the school authority did not
                    believe the baseline.""",
                data="""340 heat meters, hourly, two years before the works; outside temperature
                    from the nearest station.""",
                baseline="Degree-day regression per building: median CV(RMSE) of 34% on the hour.",
                approach="""Change-point regression per building, boosted correction over all of
                    them for holidays and hour of day, frozen by hash before the works began.""",
                metric="""Median CV(RMSE) of 19%, bias under 1% for 310 of 340 buildings in a
                    withheld year.""",
                impact="""Both sides signed the frozen baseline; the first annual invoice passed
                    without a dispute.""",
                trade_offs="""Thirty buildings with erratic meters were left out and are settled
                    by a flat sum.""",
                failed="""A neural network per building fitted the caretaker's habits, and
                    caretakers change.""",
            ),
        ),
    ),
    Freelancer(
        name="Kwame Mensah",
        country="GH",
        zone="Africa/Accra",
        headline="Hierarchical forecasting: the stores add up to the region",
        story="""Operations researcher. If the forecast of the region is not the sum of its
            stores, two departments will use two numbers. I reconcile them, and I say what it
            costs.""",
        specialisms=("forecasting", "analytics"),
        industries=("retail", "logistics", "manufacturing"),
        stages=("framing", "modelling", "monitoring"),
        hourly=72,
        fixed_from=4500,
        tools=(("statsmodels", 8, 2026), ("R", 9, 2026), ("pandas", 8, 2026), ("Prophet", 4, 2023)),
        studies=(
            Study(
                title="Spare parts for agricultural machines",
                industry="manufacturing",
                specialisms=("forecasting",),
                year=2024,
                problem="""19,000 part numbers, most of which sell three times a year, were
                    stocked by gut feeling.""",
                data="Nine years of monthly orders, 71% of months zero.",
                baseline="Croston's method with one smoothing constant: mean scaled error of 0.94.",
                approach="""Temporal aggregation with reconciliation over months, quarters and
                    years; a Poisson-gamma model where fewer than ten orders exist.""",
                metric="""Mean scaled error of 0.83 in a rolling year; stated fill rate of 95% met
                    at 94.6%.""",
                impact="Stock value down by 1.2 million dollars at the same fill rate.",
                trade_offs="""Parts with fewer than three orders get no forecast, only a yes or no
                    to keep one on the shelf.""",
                failed="""Deep global models were no better here: too few non-zero points to learn
                    from.""",
            ),
        ),
    ),
    Freelancer(
        name="Sofie Jansen",
        country="NL",
        zone="Europe/Amsterdam",
        headline="Building energy data: cleaning it, forecasting it, explaining it",
        story="""I have read more smart-meter exports than I care to say. Half of my projects end
            after the data milestone with a clear no, and clients thank me for it.""",
        specialisms=("forecasting", "data_engineering", "unsupervised"),
        industries=("energy", "real_estate", "public_sector"),
        stages=("framing", "data", "modelling"),
        languages=("nl", "en", "de"),
        currency="EUR",
        hourly=98,
        fixed_from=5500,
        tools=(
            ("DuckDB", 4, 2026),
            ("dbt", 5, 2026),
            ("scikit-learn", 7, 2026),
            ("Grafana", 4, 2026),
        ),
        studies=(
            Study(
                title="Finding broken meters before the bill does",
                industry="energy",
                specialisms=("unsupervised",),
                year=2025,
                problem="""A housing association found a stuck meter when a tenant complained,
                    eight months late in the median.""",
                data="26,000 heat meters, daily, five years; 410 replacements with a reason.",
                baseline="""Zero for 30 days: 38% of stuck meters, 61% false alarms from empty
                    flats.""",
                approach="""Residuals against the median of similar flats, then a change-point
                    test; empty flats recognised by water use.""",
                metric="74% of the 410 found, within 23 days in the median, 18% false alarms.",
                impact="Refunds for wrong bills fell by two thirds in the first winter.",
                trade_offs="""Only monthly alarms: weekly ones found them sooner and wore out the
                    technicians.""",
                failed="An autoencoder found unusual tenants rather than broken meters.",
            ),
        ),
    ),
    Freelancer(
        name="Rafael Moreira",
        country="BR",
        zone="America/Recife",
        headline="Delivery promises and marketplace logistics in Latin America",
        story="""Seven years with marketplaces in Brazil. I predict when a parcel arrives and how
            sure we are, so that the shop can promise a date and keep it.""",
        specialisms=("supervised", "forecasting", "data_engineering"),
        industries=("retail", "logistics"),
        stages=("data", "modelling", "deployment"),
        languages=("pt", "es", "en"),
        hourly=60,
        fixed_from=3500,
        tools=(("LightGBM", 6, 2026), ("BigQuery", 6, 2026), ("FastAPI", 4, 2026)),
        studies=(
            Study(
                title="Delivery dates a customer can rely on",
                industry="logistics",
                specialisms=("supervised",),
                year=2025,
                problem="""A marketplace promised 18 days for everything; parcels took 11 in the
                    mean and 8% were late anyway.""",
                data="""2.2 million parcels of 14 months with seller, carrier, weight and two
                    postcodes.""",
                baseline="Carrier table by state: mean absolute error of 4.6 days.",
                approach="""Quantile boosting for the 50th and 90th percentile, seller handling
                    and transport predicted apart, holidays of each state as features.""",
                metric="""Mean absolute error of 2.9 days; 90% promise kept for 89.4% of parcels
                    in the peak month.""",
                impact="""Promises became 5 days shorter; checkout conversion rose by 2.1% in an
                    A/B test.""",
                trade_offs="""The promise is widened before Carnival by hand. Two seasons are too
                    few to learn it.""",
                failed="Live tracking events arrived too late to improve the promise at checkout.",
            ),
        ),
    ),
    Freelancer(
        name="Noor Al-Sayed",
        country="JO",
        zone="Asia/Amman",
        headline="Mobility demand: bikes, buses and where they will be needed",
        story="""Transport planner turned modeller. I give an operations room a map for the next
            three hours and a number for how often it was right last month.""",
        specialisms=("forecasting", "supervised"),
        industries=("public_sector", "logistics", "travel"),
        languages=("ar", "en"),
        hourly=68,
        fixed_from=4000,
        tools=(("Polars", 3, 2026), ("LightGBM", 5, 2026), ("PostgreSQL", 6, 2026)),
        studies=(
            Study(
                title="Hourly demand for a scooter fleet",
                industry="travel",
                specialisms=("forecasting",),
                year=2025,
                problem="""Night crews moved scooters by habit; a quarter of morning searches
                    found none within 300 metres.""",
                data="3.6 million rides in 240 zones over 20 months, weather by the hour.",
                baseline="""Mean of the same hour in four weeks: RMSE of 3.9 rides per zone and
                    hour.""",
                approach="""Poisson boosting over zones with neighbours' lagged demand, and a
                    correction for hours in which no scooter was there to be ridden.""",
                metric="RMSE of 2.8 on eight later weeks; unmet searches predicted within 10%.",
                impact="""Morning searches without a scooter fell from 25% to 17% with the same
                    crews.""",
                trade_offs="Zones instead of a street-level model, since crews drive to zones.",
                failed="Event calendars were too incomplete to help outside the two stadiums.",
            ),
        ),
    ),
    Freelancer(
        name="Jack Whitford",
        country="AU",
        zone="Australia/Melbourne",
        headline="Hotel and airline demand, cancellations and overbooking",
        story="""Revenue manager for a decade, then the person who replaced his own spreadsheet. I
            model cancellations to decide how many rooms to sell twice, and I cost the guest who
            has to be walked.""",
        specialisms=("forecasting", "supervised", "analytics"),
        industries=("travel",),
        stages=("framing", "modelling", "monitoring"),
        hourly=110,
        fixed_from=6000,
        hours_per_week=20,
        tools=(("R", 8, 2026), ("XGBoost", 5, 2026), ("Power BI", 6, 2026)),
        studies=(
            Study(
                title="Overbooking levels for a 220-room airport hotel",
                industry="travel",
                specialisms=("supervised", "forecasting"),
                year=2024,
                problem="""The hotel overbooked by 3% every day of the year; it walked guests on
                    Tuesdays and stood empty on Sundays.""",
                data="96,000 bookings of four years, 31% cancelled, 4% no-shows.",
                baseline="The flat 3%: 9.2 unsold rooms and 0.8 walked guests a night.",
                approach="""Cancellation hazard by days before arrival, summed to a distribution
                    of arrivals, and a cost of 260 dollars for a walked guest.""",
                metric="""Brier score of 0.141 against 0.189 for segment means; 5.6 unsold rooms
                    and 0.7 walked guests in a six-month replay.""",
                impact="About 310,000 dollars of room revenue a year at unchanged walk cost.",
                trade_offs="""Groups are excluded: ten contracts a year are better handled by a
                    person.""",
                failed="""Guest nationality looked informative and was a code for “not yet known”,
                    filled in at check-in.""",
            ),
        ),
    ),
)
