"""The freelancers of the demo marketplace."""

from local.demo.content.freelancers import (
    clinical,
    customers,
    documents,
    forecasting,
    language,
    platform,
    products,
    risk,
    vision,
)

FREELANCERS = (
    *customers.FREELANCERS,
    *risk.FREELANCERS,
    *forecasting.FREELANCERS,
    *clinical.FREELANCERS,
    *vision.FREELANCERS,
    *language.FREELANCERS,
    *documents.FREELANCERS,
    *products.FREELANCERS,
    *platform.FREELANCERS,
)
