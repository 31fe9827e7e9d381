"""What the figures were measured on."""

import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import psycopg2

from bench.stack import SETTINGS
from local.stack import Stack


def described(stack: Stack) -> str:
    settings = ", ".join(f"{name}={value}" for name, value in SETTINGS.items())
    return "\n".join(
        [
            f"{datetime.now(UTC):%Y-%m-%d}, {processor()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}, {server(stack)}",
            f"fsync=on, synchronous_commit=on, {settings}",
            load_average(),
        ]
    )


def load_average() -> str:
    return "load average " + ", ".join(f"{load:.2f}" for load in os.getloadavg())


def processor() -> str:
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def server(stack: Stack) -> str:
    connection = psycopg2.connect(stack.env["DATABASE_OWNER_URL"])
    version = connection.server_version
    connection.close()
    return f"Postgres {version // 10_000}.{version % 10_000}"
