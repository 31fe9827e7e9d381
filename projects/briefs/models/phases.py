from django.db import models


class Phase(models.TextChoices):
    """The parts of a machine-learning project that can be asked for and priced apart."""

    DATA = "data", "Data and feasibility"
    MODELLING = "modelling", "Modelling and evaluation"
    DEPLOYMENT = "deployment", "Deployment"
    HANDOVER = "handover", "Monitoring and handover"
