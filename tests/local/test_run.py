"""The whole of `make run`, in a folder of its own whose name has a space."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import psutil
import psycopg2
import pytest

from local.ports import any_free

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    *("accounts", "contracts", "local", "marketplace", "payments", "projects"),
    *("static", "templates"),
)
COMMAND = [sys.executable, "-m", "local"]
OURS = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "REDIS_URL",
    "STRIPE_SECRET_KEY",
    "STRIPE_API_BASE",
    "CSP_FORM_ACTION",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("a copy") / "of holdout"
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for file in ("manage.py", "requirements.txt"):
        shutil.copy(ROOT / file, folder)
    yield folder
    subprocess.run([*COMMAND, "reset"], cwd=folder, check=True)
    assert not (folder / ".local").exists()


@pytest.fixture(scope="module")
def surroundings():
    """A machine that gives no servers, wants no demo, and has the wished port taken."""
    env = {name: value for name, value in os.environ.items() if name not in OURS}
    with socket.create_server(("127.0.0.1", any_free())) as listener:
        yield {**env, "HOLDOUT_DEMO": "false", "PORT": str(listener.getsockname()[1])}


class Run:
    """One run until it is interrupted: what it said, and where it is."""

    def __init__(self, project, surroundings):
        self.project = project
        self.process = subprocess.Popen(
            COMMAND + ["run"], cwd=project, env=surroundings, text=True, stdout=subprocess.PIPE
        )
        self.said: list[str] = []
        self.up = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        assert self.up.wait(120)
        assert "Ctrl-C stops" in "".join(self.said)

    def _listen(self):
        for line in self.process.stdout or ():
            self.said.append(line.rstrip())
            if "Ctrl-C stops" in line:
                self.up.set()
        self.up.set()

    @property
    def facts(self) -> dict:
        return json.loads((self.project / ".local" / "running.json").read_text())

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


def open_page(address: str) -> int:
    with urllib.request.urlopen(address, timeout=20) as page:
        return page.status


def roles(project) -> dict[str, bool]:
    """As whom the product's processes are in the database, and whether they may do everything."""
    ports = json.loads((project / ".local" / "ports.json").read_text())
    password = json.loads((project / ".local" / "secrets.json").read_text())["postgres"]
    place = {"host": "127.0.0.1", "port": ports["postgres"], "dbname": "holdout"}
    connection = psycopg2.connect(user="holdout", password=password, **place)
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT rolname, rolsuper FROM pg_stat_activity "
            "JOIN pg_roles ON rolname = usename "
            "WHERE datname = 'holdout' AND pid <> pg_backend_pid()"
        )
        return dict(cursor.fetchall())


def test_it_starts_once_and_stops_cleanly(project, surroundings):
    run = Run(project, surroundings)
    facts = run.facts
    children = [psutil.Process(child["pid"]) for child in facts["children"]]
    port = facts["address"].rpartition(":")[2]
    assert run.said[0] == f"Port {surroundings['PORT']} is taken: using {port}"
    assert open_page(facts["address"]) == open_page(f"{facts['address']}/dev/mail/") == 200
    assert roles(project) == {"holdout_app": False}
    again = subprocess.check_output(COMMAND + ["run"], cwd=project, env=surroundings, text=True)
    assert again == f"Holdout is already running at {facts['address']} (process {facts['pid']}).\n"
    assert run.stop() == 0
    assert run.said[-1] == "Stopped. The data is kept."
    assert [child for child in children if child.is_running()] == []


@pytest.mark.long
def test_the_next_run_finds_its_data_and_address(project, surroundings):
    cluster = json.loads((project / ".local" / "ports.json").read_text())
    run = Run(project, surroundings)
    try:
        assert json.loads((project / ".local" / "ports.json").read_text()) == cluster
        assert open_page(run.facts["address"]) == 200
    finally:
        assert run.stop() == 0


@pytest.mark.long
def test_a_child_that_dies_ends_the_run_and_is_named(project, surroundings):
    run = Run(project, surroundings)
    *_, beat = run.facts["children"]
    psutil.Process(beat["pid"]).kill()
    assert run.process.wait(60) == 1
    assert not (project / ".local" / "running.json").exists()


@pytest.mark.long
def test_what_a_killed_run_left_is_cleared_away(project, surroundings):
    run = Run(project, surroundings)
    left = [psutil.Process(child["pid"]) for child in run.facts["children"]]
    run.process.kill()
    run.process.wait()
    assert [child for child in left if not child.is_running()] == []
    following = Run(project, surroundings)
    assert [child for child in left if child.is_running()] == []
    assert following.stop() == 0
