"""The application of workers and beat; web processes do without it (core/data/jobs.py)."""

import os

from celery import Celery
from celery.signals import task_postrun, task_prerun
from django.db import close_old_connections

from marketplace.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")

app = Celery("holdout", include=["marketplace.core.data.worker"])
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = SCHEDULE
# A job begins and ends like a request: it keeps its connection for the next one, unless that is
# broken or too old (CONN_MAX_AGE).
for moment in (task_prerun, task_postrun):
    moment.connect(close_old_connections)
