"""What a report says about the model in the end."""

from django.db import models


class Choice(models.TextChoices):
    """What the freelancer stands for with a signature."""

    KEEP = "keep", "Keep the model as it is"
    RETRAIN = "retrain", "Retrain it"
    ROLL_BACK = "roll_back", "Roll back to the version before"
    RETIRE = "retire", "Retire it"


class Trend(models.TextChoices):
    BETTER = "better", "Better than before"
    SAME = "same", "As before"
    WORSE = "worse", "Worse than before"
    UNKNOWN = "unknown", "Cannot be said yet"
