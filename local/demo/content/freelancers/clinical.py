"""Freelancers for clinical prediction and medical images."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Leila Haddad",
        country="LB",
        zone="Asia/Beirut",
        headline="Clinical prediction models, reported the TRIPOD way",
        story="""Biostatistician with a doctorate on readmission. Calibration before
            discrimination, decision curves before both. I will tell you when your sample is too
            small, with the number.""",
        specialisms=("supervised", "analytics"),
        industries=("healthcare",),
        stages=("framing", "data", "modelling"),
        languages=("ar", "fr", "en"),
        currency="GBP",
        hourly=80,
        fixed_from=5000,
        hours_per_week=25,
        tools=(("R", 10, 2026), ("statsmodels", 6, 2026), ("scikit-learn", 5, 2026)),
        studies=(
            Study(
                title="Thirty-day readmission after heart failure",
                industry="healthcare",
                specialisms=("supervised",),
                year=2024,
                problem="""A hospital group phoned each discharged patient once; nurses wanted to
                    phone the right third twice.""",
                data="""23,400 discharges, 17.8% readmitted within 30 days, laboratory values
                    missing for one in six.""",
                baseline="LACE index: c-statistic of 0.62.",
                approach="""Penalised logistic regression with multiple imputation, compared with
                    boosting; internal validation by bootstrap, external on the one hospital
                    left out.""",
                metric="c-statistic of 0.69 externally, calibration slope 0.96.",
                impact="The second call went to 33% of patients who made up 58% of readmissions.",
                trade_offs="""Boosting reached 0.70 and lost calibration in the oldest patients;
                    the regression was kept.""",
                failed="""Free-text discharge letters: three weeks of work, no gain after removing
                    the sentence that names the follow-up date.""",
            ),
        ),
    ),
    Freelancer(
        name="Freya Sandberg",
        country="DK",
        zone="Europe/Copenhagen",
        headline="Biostatistics for diagnostics: few patients, strict tests",
        story="""I have written the statistics of 14 diagnostic studies. If 569 samples are all
            there is, I will tell you what they can carry.""",
        specialisms=("supervised", "analytics"),
        industries=("healthcare",),
        stages=("framing", "data", "modelling"),
        languages=("da", "en", "sv"),
        currency="EUR",
        hourly=118,
        fixed_from=6000,
        hours_per_week=20,
        tools=(("R", 13, 2026), ("scikit-learn", 4, 2026), ("statsmodels", 6, 2026)),
        studies=(
            Study(
                title="Blood test as a first line for coeliac disease",
                industry="healthcare",
                specialisms=("supervised",),
                year=2024,
                problem="A laboratory wanted one threshold for all ages.",
                data="2,310 patients with biopsy, 19% positive.",
                baseline="The kit's threshold: sensitivity of 91%, specificity of 88%.",
                approach="""Logistic model with age and total IgA, thresholds chosen on two sites,
                    tested on the third.""",
                metric="Sensitivity of 94% (90 to 97), specificity of 90% on the third site.",
                impact="About one biopsy in nine avoided.",
                trade_offs="Children under two were excluded: 41 cases are not enough.",
                failed="""A machine-learned panel of six markers: no better than two, at four
                    times the price.""",
            ),
        ),
    ),
    Freelancer(
        name="Grace Kim",
        country="KR",
        zone="Asia/Seoul",
        headline="Chest imaging models with labels a radiologist believes",
        story="""I spent five years in a hospital's imaging lab. I re-read labels with
            radiologists before training, and split by patient without exception.""",
        specialisms=("computer_vision", "deep_learning"),
        industries=("healthcare",),
        languages=("ko", "en"),
        hourly=120,
        fixed_from=12000,
        hours_per_week=25,
        free_in_weeks=4,
        tools=(("PyTorch", 8, 2026), ("Triton", 3, 2026), ("Weights & Biases", 5, 2026)),
        studies=(
            Study(
                title="Triage of pneumothorax in emergency films",
                industry="healthcare",
                specialisms=("computer_vision", "deep_learning"),
                year=2025,
                problem="Films waited 96 minutes in the median for a first read at night.",
                data="""64,000 films of two hospitals, labels from reports, 2,800 read again by
                    two radiologists.""",
                baseline="A model trained on public labels: AUROC of 0.81 on the re-read films.",
                approach="""High-resolution network pretrained on public films, fine-tuned on
                    re-read ones; tubes masked in an ablation to prove it was not reading the
                    drain.""",
                metric="AUROC of 0.93 by patient on the other hospital; 0.89 with drains excluded.",
                impact="""In a silent trial the median wait for the positive films would have been
                    21 minutes.""",
                trade_offs="""We report the lower figure, because a film with a drain is already
                    known.""",
                failed="""Report-derived labels for small apical findings: two radiologists agreed
                    with half of them.""",
            ),
        ),
    ),
    Freelancer(
        name="Benoît Lacroix",
        country="FR",
        zone="Europe/Paris",
        headline="Medical image models and the file that regulators ask for",
        story="""Half engineer, half author of technical documentation under the European medical
            device regulation. I stop projects that cannot be approved before they cost
            anything.""",
        specialisms=("computer_vision", "supervised", "mlops"),
        industries=("healthcare",),
        stages=("framing", "data", "modelling", "monitoring"),
        languages=("fr", "en"),
        currency="EUR",
        hourly=130,
        fixed_from=10000,
        hours_per_week=20,
        tools=(("PyTorch", 6, 2026), ("MLflow", 4, 2026), ("Docker", 6, 2026)),
        studies=(
            Study(
                title="Performance study of a mammography second reader",
                industry="healthcare",
                specialisms=("computer_vision",),
                year=2024,
                problem="""A vendor's model was excellent in its paper, and the hospital wanted to
                    know about its own women and machines.""",
                data="12,600 screenings of three sites, 71 cancers confirmed within two years.",
                baseline="Two human readers: sensitivity of 86% at 4.1% recalled.",
                approach="""Pre-registered protocol, thresholds fixed on one site, tested on two,
                    intervals by bootstrap over women.""",
                metric="Sensitivity of 84% (75 to 92) at 3.9% recalled as one of two readers.",
                impact="The hospital introduced it at one site with an audit every quarter.",
                trade_offs="71 cancers leave wide intervals, and the report says so on page one.",
                failed="Density subgroups: too few cancers to conclude anything.",
            ),
        ),
    ),
)
