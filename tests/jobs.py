"""What a worker would do, in the test's own process: promised jobs, or what lies in Redis."""

import contextlib
from datetime import timedelta

from django.utils import timezone

from marketplace.celery import app
from marketplace.core.data.jobs import perform, registered
from marketplace.core.data.models import OutboxMessage


def run_jobs(*names: str, rounds: int = 20) -> None:
    """Run the jobs (of these names, or all) in the order of their promise, until none is left."""
    for _ in range(rounds):
        waiting = OutboxMessage.objects.filter(done_at=None, due_at__lte=timezone.now() + SOON)
        waiting = waiting.filter(name__in=names) if names else waiting
        messages = list(waiting.order_by("created_at"))
        if not messages:
            return
        for message in messages:
            perform(message)
    raise AssertionError(f"jobs do not end: {[message.name for message in messages]}")


# Messages just sent are due again in half a minute; jobs promised for later are left alone.
SOON = timedelta(minutes=1)


def work_off(at_most: int = 10_000) -> list[str]:
    """Do what lies in Redis at the moment; returns the messages of what was done."""
    done: list[str] = []
    with app.connection_for_read() as connection:
        queue = connection.SimpleQueue(app.conf.task_default_queue)
        with contextlib.suppress(queue.Empty):
            while len(done) < at_most:
                message = queue.get(block=False)
                _, ids, _ = message.payload
                registered[message.headers["task"]].run(**ids)
                message.ack()
                done.append(ids["message_id"])
        queue.close()
    return done
