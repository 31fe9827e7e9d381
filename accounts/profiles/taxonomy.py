"""The words that profiles and briefs are sorted by: one list for the whole marketplace."""

from django.db import models

from marketplace.core.data.capabilities import is_live


class Specialism(models.TextChoices):
    SUPERVISED = "supervised", "Supervised learning"
    UNSUPERVISED = "unsupervised", "Unsupervised learning"
    DEEP_LEARNING = "deep_learning", "Deep learning"
    NLP = "nlp", "Natural language processing"
    LLM = "llm", "LLM applications"
    COMPUTER_VISION = "computer_vision", "Computer vision"
    RECOMMENDATION = "recommendation", "Recommendation"
    FORECASTING = "forecasting", "Time series and forecasting"
    REINFORCEMENT = "reinforcement", "Reinforcement learning"
    MLOPS = "mlops", "MLOps"
    DATA_ENGINEERING = "data_engineering", "Data engineering"
    ANALYTICS = "analytics", "Analytics"


class Industry(models.TextChoices):
    AGRICULTURE = "agriculture", "Agriculture"
    BANKING = "banking", "Banking and payments"
    EDUCATION = "education", "Education"
    ENERGY = "energy", "Energy and utilities"
    HEALTHCARE = "healthcare", "Healthcare and life sciences"
    INSURANCE = "insurance", "Insurance"
    LOGISTICS = "logistics", "Logistics and transport"
    MANUFACTURING = "manufacturing", "Manufacturing"
    MARKETING = "marketing", "Marketing and advertising"
    MEDIA = "media", "Media and entertainment"
    PUBLIC_SECTOR = "public_sector", "Public sector"
    REAL_ESTATE = "real_estate", "Real estate"
    RETAIL = "retail", "Retail and e-commerce"
    SOFTWARE = "software", "Software"
    TELECOM = "telecom", "Telecommunications"
    TRAVEL = "travel", "Travel and hospitality"
    OTHER = "other", "Other"


class LifecycleStage(models.TextChoices):
    """Where in the life of a model somebody is at home."""

    FRAMING = "framing", "Problem framing"
    DATA = "data", "Data and feasibility"
    MODELLING = "modelling", "Modelling and evaluation"
    DEPLOYMENT = "deployment", "Deployment"
    MONITORING = "monitoring", "Monitoring and handover"


class EngagementKind(models.TextChoices):
    FIXED = "fixed", "Fixed price"
    HOURLY = "hourly", "Hourly"
    RETAINER = "retainer", "Retainer"
    TRIAL = "trial", "Paid trial"


def offered_kinds() -> list[EngagementKind]:
    """The kinds whose contracts exist; the others are neither offered nor asked for."""
    return [kind for kind in EngagementKind if is_live(kind.value)]


def offered_choices() -> list[tuple[str, str]]:
    return [(kind.value, kind.label) for kind in offered_kinds()]


class Language(models.TextChoices):
    """ISO 639-1 codes of the languages that people can say they work in."""

    ARABIC = "ar", "Arabic"
    CHINESE = "zh", "Chinese"
    CZECH = "cs", "Czech"
    DANISH = "da", "Danish"
    DUTCH = "nl", "Dutch"
    ENGLISH = "en", "English"
    FINNISH = "fi", "Finnish"
    FRENCH = "fr", "French"
    GERMAN = "de", "German"
    GREEK = "el", "Greek"
    HEBREW = "he", "Hebrew"
    HINDI = "hi", "Hindi"
    HUNGARIAN = "hu", "Hungarian"
    INDONESIAN = "id", "Indonesian"
    ITALIAN = "it", "Italian"
    JAPANESE = "ja", "Japanese"
    KOREAN = "ko", "Korean"
    NORWEGIAN = "no", "Norwegian"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    ROMANIAN = "ro", "Romanian"
    RUSSIAN = "ru", "Russian"
    SPANISH = "es", "Spanish"
    SWEDISH = "sv", "Swedish"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamese"


class EvidenceGrade(models.TextChoices):
    """How far a claim is backed, weakest last."""

    LINKED = "linked", "Linked"
    SELF_STATED = "self_stated", "Self-stated"


# Suggested while typing; any other name is as welcome.
TOOLS = (
    *("Airflow", "AWS", "Azure", "BigQuery", "CatBoost", "Databricks", "dbt", "Docker", "DuckDB"),
    *("FastAPI", "Google Cloud", "Grafana", "Hugging Face", "JAX", "Kafka", "Keras", "Kubernetes"),
    *("LangGraph", "LightGBM", "LlamaIndex", "MLflow", "NumPy", "ONNX", "OpenCV", "pandas"),
    *("pgvector", "Polars", "PostgreSQL", "Power BI", "Prophet", "PyTorch", "R", "Ray", "Redis"),
    *("SageMaker", "scikit-learn", "Snowflake", "spaCy", "Spark", "SQL", "statsmodels", "Tableau"),
    *("TensorFlow", "Terraform", "Triton", "Vertex AI", "vLLM", "Weights & Biases", "XGBoost"),
)
