"""The product's own processes: management commands, web server, worker, beat."""

import http.client
import sys
from pathlib import Path

from local.environment import without_owner
from local.folders import ROOT
from local.ports import LOOPBACK
from local.process import Child
from local.stack import Stack

WORKERS = 2


def manage(stack: Stack, command: str, *words: str, by_owner: bool = False) -> Child:
    """`manage.py command words…`, with a log of that name; only `migrate` is the owner's."""
    line = [sys.executable, str(ROOT / "manage.py"), command, *words]
    env = stack.env if by_owner else without_owner(stack.env)
    return Child(command, line, log=stack.log(command), env=env, cwd=ROOT)


def start_web(stack: Stack) -> Child:
    """Start the web server; with RELOAD set it starts anew when a file changes."""
    port = stack.ports["web"]
    program = "hupper" if stack.env.get("RELOAD") else "python"
    words = ["-m", "marketplace.server", f"{LOOPBACK}:{port}"]
    return Child(
        "Web server",
        [str(Path(sys.executable).with_name(program)), *words],
        log=stack.log("web"),
        env=without_owner(stack.env),
        cwd=ROOT,
        ready=lambda child: responds(port),
    )


def start_worker(stack: Stack) -> Child:
    words = ["celery", "--app=marketplace", "worker", f"--concurrency={WORKERS}", "--loglevel=INFO"]
    return Child(
        "Worker",
        [sys.executable, "-m", *words],
        log=stack.log("worker"),
        env=without_owner(stack.env),
        cwd=ROOT,
        ready=lambda child: child.says(" ready."),
    )


def start_beat(stack: Stack) -> Child:
    words = ["celery", "--app=marketplace", "beat", "--loglevel=INFO", "--pidfile="]
    return Child(
        "Beat",
        [sys.executable, "-m", *words],
        log=stack.log("beat"),
        env=without_owner(stack.env),
        cwd=ROOT,
        ready=lambda child: child.says("beat: Starting"),
    )


def responds(port: int) -> bool:
    """Whether the web server answers a request, whatever it says."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": "localhost"})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
