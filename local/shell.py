"""For a developer: the stack's environment, a shell in it, and starting afresh."""

import os
import shlex
import signal
import subprocess
import sys

import psutil

from local import account, register
from local.folders import HOME, ROOT, prepare
from local.ports import WISHES, remembered_ports
from local.process import GRACE_SECONDS
from local.progress import say
from local.stack import make_stack, running_stack
from local.supervisor import Supervisor


def env() -> int:
    """Print the exports of this folder's stack, for `eval`; 1 where none has run yet."""
    if not remembered_ports(HOME):
        print("Nothing has run in this folder yet: `make run` comes first.", file=sys.stderr)
        return 1
    stack = running_stack(HOME, given=os.environ)
    for name, value in sorted(stack.env.items()):
        if os.environ.get(name) != value:
            print(f"export {name}={shlex.quote(value)}")
    return 0


def shell() -> None:
    """Open a shell in the running stack; when nothing runs, start the servers for it."""
    try:
        with register.held(prepare(HOME)):
            stack = make_stack(HOME, wishes=WISHES, given=os.environ)
            with Supervisor(stack) as supervisor:
                supervisor.start_servers("postgres", "redis")
                open_shell(stack.env)
    except register.Running:
        open_shell(running_stack(HOME, given=os.environ).env)


def open_shell(env: dict[str, str]) -> None:
    say("pytest, manage.py and celery work here. Leave with `exit`.")
    # Ctrl-C is for what runs in the shell; ignoring it here would make that deaf, too.
    signal.signal(signal.SIGINT, lambda *_: None)
    programs = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{env['PATH']}"
    subprocess.run([env.get("SHELL", "/bin/sh")], env={**env, "PATH": programs}, cwd=ROOT)


def reset() -> None:
    """Stop what runs in this folder and delete its data."""
    if not HOME.exists():
        say("Nothing to delete: there is no .local folder.")
        return
    stop_other_run()
    with register.held(HOME):
        for path in account.forget(HOME):
            say(f"Deleted {path}")


def stop_other_run() -> None:
    try:
        with register.held(HOME):
            return
    except register.Running as running:
        say(f"Stopping the one that runs at {running.address}")
        other = psutil.Process(running.pid)
        other.terminate()
        other.wait(10 * GRACE_SECONDS)
