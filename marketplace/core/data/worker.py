"""What Celery's processes load and others do not: each job as a task, and the relay."""

from marketplace.celery import app
from marketplace.core.data.jobs import registered
from marketplace.core.data.relay import Relay

for name, job in registered.items():
    app.task(name=name, **job.options)(job.run)

app.steps["worker"].add(Relay)
