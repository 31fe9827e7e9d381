"""A Postgres and a Redis of the bench's own, thrown away at the end."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg2

from local import account, postgres, redis
from local.environment import without_owner
from local.folders import ROOT
from local.ports import WISHES
from local.stack import Stack, make_stack

# The same for every contender. Each commit waits for the disk, as in production; the memory
# holds every table, and no checkpoint falls into a measurement.
SETTINGS = {
    "shared_buffers": "1GB",
    "max_wal_size": "8GB",
    "checkpoint_timeout": "1h",
    "max_connections": "64",
}


@contextlib.contextmanager
def throw_away_stack() -> Iterator[Stack]:
    """Start both servers in a new folder; stop them and delete it afterwards."""
    home = Path(tempfile.mkdtemp(prefix="holdout-bench-", dir="/var/tmp"))
    given = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    given |= {"HOLDOUT_DEMO": "false", "DEBUG": "false", "LOG_LEVEL": "WARNING"}
    stack = make_stack(home, wishes=WISHES, given=given)
    servers = []
    try:
        configure(stack)
        servers = [postgres.start(stack), redis.start(stack)]
        for server in servers:
            server.wait_ready()
        yield stack
    finally:
        for server in servers:
            server.stop()
        account.forget(home)


def configure(stack: Stack) -> None:
    data = account.data_folder(stack.home, "postgres")
    programs = postgres.find_programs(stack.home)
    postgres.make_cluster(programs, data, password=stack.keys["postgres"])
    with (data / "postgresql.conf").open("a") as file:
        file.writelines(f"{name} = {value}\n" for name, value in SETTINGS.items())


def database_url(stack: Stack, name: str) -> str:
    """As the owner, for every contender: who owns a table costs nothing at run time."""
    return stack.env["DATABASE_OWNER_URL"].rpartition("/")[0] + f"/{name}"


def make_database(stack: Stack, name: str) -> None:
    connection = psycopg2.connect(stack.env["DATABASE_OWNER_URL"])
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")


def settle(stack: Stack, name: str) -> None:
    """Leave no vacuum, and no checkpoint, of the preparations to the measurements."""
    connection = psycopg2.connect(database_url(stack, name))
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def run_module(
    stack: Stack, database: str, module: str, *arguments: str, python: str = sys.executable
) -> Mapping[str, Any]:
    """Run a module of the bench on one database; returns the JSON that it prints last."""
    print(f"  {module} {' '.join(arguments)}", file=sys.stderr, flush=True)
    done = subprocess.run(
        [python, "-m", module, *arguments],
        env=without_owner(stack.env) | {"DATABASE_URL": database_url(stack, database)},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"✗ {module} {' '.join(arguments)}\n{done.stderr[-4000:]}")
    return json.loads(done.stdout.splitlines()[-1])
