"""Freelancers for inspection, scripts, fields and models on devices."""

from local.demo.content.shapes import Freelancer, Study

FREELANCERS = (
    Freelancer(
        name="Yuki Tanabe",
        country="JP",
        zone="Asia/Tokyo",
        headline="Reading Japanese, printed or brushed: OCR and kuzushiji",
        story="""I studied premodern Japanese before I studied machine learning. I read what the
            model reads, which shortens every discussion about ground truth.""",
        specialisms=("computer_vision", "deep_learning", "nlp"),
        industries=("media", "education", "public_sector"),
        languages=("ja", "en"),
        currency="JPY",
        hourly=11000,
        fixed_from=600000,
        tools=(("PyTorch", 6, 2026), ("OpenCV", 7, 2026), ("Hugging Face", 4, 2026)),
        try_this="A contract in yen, which has no cents: deliver the funded milestone.",
        studies=(
            Study(
                title="Characters of a temple's ledgers, 1780 to 1868",
                industry="media",
                specialisms=("computer_vision",),
                year=2025,
                problem="""A museum had photographed 41,000 ledger pages that three people can
                    read at four pages an hour.""",
                data="""Photographs at 300 dpi; 1,150 pages transcribed by hand, 286,000
                    characters in 2,904 classes.""",
                baseline="""A public character classifier on hand-cut boxes: 71% correct on these
                    hands.""",
                approach="""Detection of characters, then a classifier with metric learning, so
                    that rare classes need a handful of examples; a language model over the
                    column order last.""",
                metric="92.3% of characters correct on 90 pages of scribes not seen in training.",
                impact="Readers now correct instead of transcribing, 19 pages an hour.",
                trade_offs="Names are left to people: a wrong name costs more than an empty one.",
                failed="""End-to-end page transcription looked elegant and needed ten times the
                    labels.""",
            ),
        ),
    ),
    Freelancer(
        name="Lukas Brenner",
        country="DE",
        zone="Europe/Berlin",
        headline="Visual inspection on the line, with the light to match",
        story="""Fifteen years in machine vision. I visit the plant first: half of the errors are
            lighting. Then I measure missed defects at the false-alarm rate your operators will
            tolerate.""",
        specialisms=("computer_vision", "deep_learning"),
        industries=("manufacturing",),
        stages=("framing", "data", "modelling", "deployment"),
        languages=("de", "en"),
        currency="EUR",
        hourly=115,
        fixed_from=9000,
        hours_per_week=32,
        tools=(("OpenCV", 15, 2026), ("PyTorch", 7, 2026), ("ONNX", 5, 2026), ("Docker", 7, 2026)),
        try_this="Answer a change request that names the acceptance criterion not met.",
        studies=(
            Study(
                title="Scratches on anodised housings",
                industry="manufacturing",
                specialisms=("computer_vision",),
                year=2025,
                problem="""Six inspectors rejected 3.1% of housings; a second look overturned a
                    third of those.""",
                data="""18,400 images from four cameras, 610 with defects outlined by two
                    inspectors each.""",
                baseline="""Threshold on a filtered image: 22% of good parts rejected to catch 95%
                    of scratches.""",
                approach="""Patch features of a pretrained network compared with a memory of good
                    parts; dark-field light added for the fourth camera.""",
                metric="""1.9% of good parts rejected at 97% of scratches caught, over ten
                    production days.""",
                impact="""Two inspectors a shift instead of six; the plant pays back in seven
                    months.""",
                trade_offs="""A supervised segmenter was a little sharper and would need new
                    outlines for each colour.""",
                failed="Synthetic scratches taught the model our renderer.",
            ),
            Study(
                title="Counting pins in a bag of screws",
                industry="manufacturing",
                specialisms=("computer_vision", "deep_learning"),
                year=2023,
                problem="""One bag in 400 left with a missing screw, and each complaint cost 60
                    euros.""",
                data="5,200 X-ray images of filled bags, counted by weighing.",
                baseline="Weighing alone cannot tell one missing M3 screw from tolerance.",
                approach="Density-map counting, combined with the weight by a small Bayesian rule.",
                metric="99.94% of bags counted exactly on 6,000 later bags.",
                impact="Complaints fell from 31 to 2 in the following quarter.",
                trade_offs="""X-ray doubles the price of the station; cheaper cameras failed on
                    overlaps.""",
                failed="Instance segmentation: overlapping threads have no edges to learn.",
            ),
        ),
    ),
    Freelancer(
        name="Chiara Fontana",
        country="IT",
        zone="Europe/Rome",
        headline="Anomaly detection when you have only good parts",
        story="""Doctorate on one-class learning at the Politecnico. I like the problems in which
            nobody has labels, and I insist on a few hundred for the test.""",
        specialisms=("computer_vision", "unsupervised", "deep_learning"),
        industries=("manufacturing", "healthcare"),
        languages=("it", "en"),
        currency="EUR",
        hourly=88,
        fixed_from=6000,
        tools=(("PyTorch", 8, 2026), ("scikit-learn", 8, 2026), ("Weights & Biases", 4, 2026)),
        studies=(
            Study(
                title="Unseen faults in woven carbon fibre",
                industry="manufacturing",
                specialisms=("unsupervised", "computer_vision"),
                year=2024,
                problem="""Faults are rare and each looks new, so a classifier never had enough of
                    any kind.""",
                data="9,700 images of good cloth, 212 faults of 17 kinds for testing only.",
                baseline="Reconstruction error of an autoencoder: AUROC of 0.86.",
                approach="""Nearest-neighbour memory of mid-level features, thinned to 2%, with a
                    threshold from good cloth of another week.""",
                metric="AUROC of 0.978; 91% of faults at one false alarm in 200 metres.",
                impact="The line stops by itself; scrap fell by 11 tonnes in the first year.",
                trade_offs="""The memory has to be rebuilt for each weave, which takes an operator
                    ten minutes.""",
                failed="""Thresholds from the same day's cloth: humidity changed and everything
                    was an anomaly.""",
            ),
        ),
    ),
    Freelancer(
        name="Olumide Adeyemi",
        country="NG",
        zone="Africa/Lagos",
        headline="Crop and field images on cheap phones",
        story="""I build classifiers for extension officers with four-year-old phones and no
            signal. A model that was good in the laboratory is where my work starts.""",
        specialisms=("computer_vision", "mlops"),
        industries=("agriculture", "public_sector"),
        stages=("data", "modelling", "deployment"),
        hourly=55,
        fixed_from=3000,
        tools=(("TensorFlow", 6, 2026), ("ONNX", 3, 2026), ("OpenCV", 6, 2026)),
        studies=(
            Study(
                title="Cassava leaf disease in the field",
                industry="agriculture",
                specialisms=("computer_vision",),
                year=2024,
                problem="""A leaf app was 96% right on its own test images and about a coin toss
                    in a village.""",
                data="""21,000 field photographs of five classes, split by farm, plus 900 from
                    phones not in training.""",
                baseline="The existing app: 54% on the 900 photographs.",
                approach="""Fine-tuning on field images with farm-wise splits, a class for “not a
                    leaf”, and an answer “not sure” below a calibrated threshold.""",
                metric="83% on the 900 photographs with 12% answered “not sure”.",
                impact="Officers in two states use it on 1,300 phones.",
                trade_offs="A larger network gained two points and needed four seconds per photo.",
                failed="""Background removal: it removed holes in the leaves too, and holes are
                    the symptom.""",
            ),
        ),
    ),
    Freelancer(
        name="Aiden Murphy",
        country="IE",
        zone="Europe/Dublin",
        headline="Vision models in 8 bits on the camera itself",
        story="""I quantise, prune and profile. Give me a model and a device, and I give you
            milliseconds, watts and the accuracy that it cost.""",
        specialisms=("computer_vision", "mlops", "deep_learning"),
        industries=("manufacturing", "logistics", "retail"),
        stages=("deployment", "monitoring"),
        currency="EUR",
        hourly=92,
        fixed_from=5000,
        tools=(
            ("ONNX", 6, 2026),
            ("PyTorch", 6, 2026),
            ("Triton", 4, 2026),
            ("Kubernetes", 5, 2026),
        ),
        studies=(
            Study(
                title="Pallet damage detector on a fork-lift camera",
                industry="logistics",
                specialisms=("computer_vision", "mlops"),
                year=2025,
                problem="The prototype needed a graphics card; the truck has a six-watt board.",
                data="31,000 frames with boxes, four warehouses.",
                baseline="Float model at 2.1 frames a second, mean average precision of 0.71.",
                approach="""Smaller backbone distilled from the prototype, quantisation-aware
                    training, calibration frames from each warehouse.""",
                metric="14 frames a second at 0.69 on the unseen warehouse.",
                impact="""Fitted to 52 trucks; damage is documented at the gate instead of argued
                    about later.""",
                trade_offs="""Two points of precision for seven times the speed, agreed before the
                    work began.""",
                failed="Post-training quantisation alone lost eleven points in dark aisles.",
            ),
        ),
    ),
)
