"""A Celery worker in a process of its own, that a test may kill at any moment."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import redis
from django.conf import settings
from django.db import connection

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "celery", "-A", "marketplace", "worker", "--pool", "solo"]
QUIETLY = ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "error"]


class WorkerProcess:
    """Works on the test's database and Redis until it is killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [*COMMAND, *QUIETLY], cwd=PROJECT, env=process_environment(), stdout=subprocess.DEVNULL
        )

    def kill(self) -> None:
        """SIGKILL: the process has no chance to tidy up."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait(timeout=10)
            self._process = None


def lose_redis() -> None:
    """Everything in Redis is gone, as after a crash without a disk."""
    redis.from_url(settings.REDIS_URL).flushdb()


def process_environment() -> dict[str, str]:
    """What leads another process to the test's database, Redis and sandbox."""
    database = connection.settings_dict
    password = f":{database['PASSWORD']}" if database["PASSWORD"] else ""
    place = f"{database['USER']}{password}@{database['HOST']}:{database['PORT']}"
    return os.environ | {
        "DATABASE_URL": f"postgres://{place}/{database['NAME']}",
        "REDIS_URL": settings.REDIS_URL,
        "STRIPE_API_BASE": settings.STRIPE_API_BASE or "",
        "STRIPE_SECRET_KEY": settings.STRIPE_SECRET_KEY,
        "STRIPE_WEBHOOK_SECRETS": ",".join(settings.STRIPE_WEBHOOK_SECRETS),
        "CLEARING_DAYS": str(settings.CLEARING_DAYS),
    }
