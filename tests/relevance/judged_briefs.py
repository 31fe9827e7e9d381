"""What people ask of Find work, and which briefs answer it.

Judged by reading the briefs, not by what any search found. Every second one is fitted on.
"""

from tests.relevance.shapes import Judged

PORTUGUESE = "bank-marketing, card-default, banking-intents, hotel-cancellations"
IN_R = (
    "card-default, process-yield, cell-samples, hotel-cancellations, forest-cover, readmission, "
    "motor-claims, essay-marks, ferry-fares, missed-visits, media-mix, trial-shiny, rent-prices"
)

JUDGED = (
    Judged("churn", "word", "telco-churn"),
    Judged("fraud", "word", "card-fraud, online-fraud", "forged-papers"),
    Judged("forecast demand", "word", "store-demand, bike-hours", "ambulances, desk-rota"),
    Judged("anomaly detection", "word", "surface-defects, water-leaks"),
    Judged("recommendation", "word", "film-club, next-basket, podcast-next", "sofa-photos"),
    Judged("routing", "word", "van-rounds, news-routing", "tax-letters"),
    Judged("segmentation", "word", "organ-outlines, robot-points"),
    Judged("inference cost", "word", "gpu-bill", "wake-word"),
    Judged("customer attrition", "synonym", "telco-churn", "podcast-next"),
    Judged("which clients will cancel", "paraphrase", "telco-churn, hotel-cancellations"),
    Judged("subscriber retention", "synonym", "telco-churn", "podcast-next"),
    Judged("predictive maintenance", "synonym", "machine-failure", "process-yield, solar-panels"),
    Judged("when will equipment break", "paraphrase", "machine-failure", "process-yield"),
    Judged("energy consumption", "synonym", "household-load, building-meters", "water-leaks"),
    Judged("electricity usage of homes", "paraphrase", "household-load", "building-meters"),
    Judged("renewable power", "synonym", "wind-park, solar-panels", "household-load"),
    Judged("photovoltaic inspection", "synonym", "solar-panels"),
    Judged("medical imaging", "synonym", "chest-films, organ-outlines", "cell-samples"),
    Judged("radiology", "synonym", "chest-films, organ-outlines"),
    Judged(
        "hospital patients", "synonym", "readmission, doctor-letters", "chest-films, cell-samples"
    ),
    Judged("cancer", "synonym", "organ-outlines, cell-samples"),
    Judged("plant pathology", "synonym", "leaf-disease", "maize-yield"),
    Judged("crop harvest prediction", "paraphrase", "maize-yield", "leaf-disease"),
    Judged("farm animals", "synonym", "lame-cows", "salmon-lice"),
    Judged("aquaculture", "synonym", "salmon-lice", "lame-cows"),
    Judged(
        "chatbot for customer support", "paraphrase", "help-answers, banking-intents", "maths-tutor"
    ),
    Judged("retrieval augmented generation", "synonym", "help-answers", "ask-tables"),
    Judged("speech to text", "synonym", "call-notes, lecture-captions", "wake-word"),
    Judged("transcribe phone calls", "paraphrase", "call-notes", "lecture-captions"),
    Judged(
        "text classification",
        "synonym",
        "news-routing, tax-letters, sms-spam, banking-intents",
        "rude-comments",
    ),
    Judged("content moderation", "synonym", "rude-comments", "sms-spam, game-cheats"),
    Judged("junk messages", "synonym", "sms-spam"),
    Judged("legal documents", "synonym", "contract-clauses, policy-german"),
    Judged("agreement review for attorneys", "paraphrase", "contract-clauses"),
    Judged("OCR", "synonym", "receipts, playbills", "forged-papers"),
    Judged("extract data from invoices", "paraphrase", "receipts", "doctor-letters"),
    Judged("product matching", "synonym", "same-product", "sofa-photos"),
    Judged("record linkage", "synonym", "same-product"),
    Judged("image similarity search", "paraphrase", "sofa-photos"),
    Judged("basket analysis grocery", "synonym", "next-basket", "store-demand"),
    Judged("will the shopper buy", "paraphrase", "shop-intent", "next-basket"),
    Judged("conversion rate e-commerce", "synonym", "shop-intent", "next-basket, advert-uplift"),
    Judged("movies", "synonym", "film-club"),
    Judged(
        "causal inference", "synonym", "advert-uplift, media-mix", "building-meters, ferry-fares"
    ),
    Judged("advertising effectiveness", "synonym", "media-mix, advert-uplift", "ad-lines"),
    Judged("credit risk", "synonym", "card-default", "net-scoring"),
    Judged("borrowers who cannot pay back", "paraphrase", "card-default"),
    Judged("anti money laundering", "synonym", "dirty-money", "forged-papers"),
    Judged("actuarial pricing", "synonym", "motor-claims", "car-damage, ferry-fares"),
    Judged("vehicle accident photos", "paraphrase", "car-damage", "motor-claims"),
    Judged("real estate valuation", "synonym", "house-values, rent-prices"),
    Judged("apartment prices", "synonym", "rent-prices, house-values"),
    Judged("call centre staffing", "paraphrase", "desk-rota", "call-notes"),
    Judged("delivery time estimate", "paraphrase", "parcel-eta", "taxi-times"),
    Judged("traffic", "synonym", "taxi-times", "bike-hours"),
    Judged("bicycle sharing", "synonym", "bike-hours"),
    Judged("human resources", "synonym", "cv-shortlist"),
    Judged("job candidates ranking fairness", "paraphrase", "cv-shortlist"),
    Judged("students", "synonym", "lecture-captions, maths-tutor, essay-marks"),
    Judged("automated grading", "synonym", "essay-marks"),
    Judged("text to SQL", "synonym", "ask-tables"),
    Judged("generative marketing copy", "paraphrase", "ad-lines"),
    Judged("data drift monitoring", "synonym", "model-drift"),
    Judged(
        "model serving latency", "synonym", "online-fraud, gpu-bill", "feature-store, net-scoring"
    ),
    Judged("embedded machine learning", "synonym", "wake-word", "robot-points"),
    Judged("autonomous mobile robots", "synonym", "robot-points"),
    Judged(
        "quality inspection in a factory",
        "paraphrase",
        "surface-defects, sheet-faults",
        "process-yield",
    ),
    Judged("semiconductor", "synonym", "process-yield"),
    Judged("C++", "token", "wake-word, robot-points"),
    Judged(".NET", "token", "net-scoring"),
    Judged("R", "token", IN_R),
    Judged("GPT-4o", "token", "maths-tutor, ask-tables, ad-lines"),
    Judged("C#", "token", "net-scoring"),
    Judged("rust", "token", "game-cheats"),
    Judged("chrun", "misspelt", "telco-churn"),
    Judged("forceast wind", "misspelt", "wind-park"),
    Judged("recomendation podcsats", "misspelt", "podcast-next"),
    Judged("salmno", "misspelt", "salmon-lice"),
    Judged("Portugal", "country", PORTUGUESE),
    Judged("Denmark", "country", "wind-park, organ-outlines"),
    Judged("Norway", "country", "ferry-fares, trial-shiny, model-drift, salmon-lice"),
    Judged("Kenya", "country", "leaf-disease"),
    Judged("Tello", "name", "call-notes, desk-rota"),
    Judged(
        "Kestrel Werke", "name", "surface-defects, process-yield, sheet-faults, machine-failure"
    ),
    Judged("assurance lemane", "name", "car-damage, policy-german"),
    Judged("mobelhaus", "name", "sofa-photos"),
    Judged("zeppelin", "nonsense", ""),
    Judged("wedding cake", "nonsense", ""),
    Judged("asdf qwertz", "nonsense", ""),
    Judged("violin lessons", "nonsense", ""),
    Judged("plumber", "nonsense", ""),
    Judged("yoga retreat", "nonsense", ""),
    Judged("piano tuning", "nonsense", ""),
    Judged("lorem ipsum", "nonsense", ""),
    Judged("horse riding", "nonsense", ""),
    Judged("surfboard", "nonsense", ""),
    Judged("tattoo", "nonsense", ""),
    Judged("birthday party clown", "nonsense", ""),
)
