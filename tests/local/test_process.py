import sys
import time

import psutil
import pytest

from local import process
from local.process import Child, Died

SLEEP = "import time; time.sleep(60)"
DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True)"


@pytest.fixture
def start(tmp_path):
    started = []

    def start(code, **options):
        log = tmp_path / "child.log"
        started.append(Child("Child", [sys.executable, "-c", code], log=log, env={}, **options))
        return started[-1]

    yield start
    for child in started:
        child.stop()


def test_a_child_that_dies_is_reported_with_its_last_words(start):
    child = start("print('the port is taken'); raise SystemExit(3)", ready=lambda child: False)
    with pytest.raises(Died) as reported:
        child.wait_ready()
    assert str(reported.value) == f"Child ended with 3\n  {child.log}:\n    the port is taken"


def test_a_child_that_never_gets_ready_is_reported(start, monkeypatch):
    monkeypatch.setattr(process, "PATIENCE_SECONDS", 0.1)
    with pytest.raises(Died, match="not ready"):
        start(SLEEP, ready=lambda child: False).wait_ready()


def test_stopping_ends_what_the_child_started(start):
    child = start(
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {SLEEP!r}])",
        ready=lambda child: psutil.Process(child.pid).children() != [],
    )
    child.wait_ready()
    (grandchild,) = psutil.Process(child.pid).children()
    child.stop()
    psutil.wait_procs([grandchild], timeout=5)
    assert not child.is_alive()
    assert not grandchild.is_running()


def test_a_child_that_does_not_listen_is_killed(start, monkeypatch):
    monkeypatch.setattr(process, "GRACE_SECONDS", 0.2)
    child = start(f"{DEAF}; {SLEEP}", ready=lambda child: child.says("deaf"))
    child.wait_ready()
    started = time.monotonic()
    child.stop()
    assert not child.is_alive()
    assert time.monotonic() - started < 5


def test_the_log_of_the_run_before_is_kept(start):
    first = start("print('first')")
    first.finish()
    start("print('second')").finish()
    assert first.log.read_text() == "second\n"
    assert first.log.with_suffix(".previous.log").read_text() == "first\n"
