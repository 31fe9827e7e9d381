"""Carries promised jobs from the outbox to the broker: a thread of every worker."""

import threading
from typing import Any

import structlog
from celery import bootsteps
from django.db import DatabaseError, InterfaceError, close_old_connections
from redis import RedisError

from marketplace.core.data import outbox

log = structlog.get_logger(__name__)

# Longer than a page takes to load, shorter than anybody waits for its consequences.
PAUSE_SECONDS = 0.2


class Relay(bootsteps.StartStopStep):
    """Several workers may do it at once: each message is locked by one of them."""

    # The processes of the pool are forked before there is a second thread.
    requires = ("celery.worker.components:Pool",)

    def __init__(self, worker: Any, **options: Any) -> None:
        super().__init__(worker, **options)
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._run, name="relay", daemon=True)

    def start(self, worker: Any) -> None:
        self.thread.start()

    def stop(self, worker: Any) -> None:
        self.over.set()

    def _run(self) -> None:
        while not self.over.wait(PAUSE_SECONDS):
            close_old_connections()
            try:
                outbox.sweep()
            except (DatabaseError, InterfaceError) as error:
                log.warning("database away", error=str(error))
            except RedisError as error:
                log.warning("broker away", error=str(error))
            except Exception:
                # A relay that ended would carry nothing more, beside a worker that looks well.
                log.exception("relay failed")
