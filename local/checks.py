"""`make test`: the checks in order beside the tests; one failure hides no other."""

import os
import re
import secrets
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from local import account, register
from local.browser import find_browser
from local.folders import ROOT, prepare
from local.ports import WISHES
from local.progress import say, step
from local.stack import make_stack
from local.supervisor import Supervisor

# What the tests bring themselves, whatever the surroundings say.
OWN = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "STRIPE_SECRET_KEY",
    "STRIPE_WEBHOOK_SECRETS",
    "STRIPE_API_BASE",
)
STATIC_CHECKS: dict[str, list[str]] = {
    "Lint": ["-m", "ruff", "check", "."],
    "Format": ["-m", "ruff", "format", "--check", "."],
    "Types": ["-m", "mypy", "."],
    "Import contracts": [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
    "Migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
}
PRODUCTION_CHECKS = {
    "Deployment": ["manage.py", "check", "--deploy", "--fail-level=WARNING"],
    "Static files": ["manage.py", "collectstatic", "--no-input", "--verbosity=0"],
}
# As many as cores; beyond eight they would wait for the longest group of tests, and a Redis has
# sixteen databases.
WORKERS = min(max(2, os.cpu_count() or 2), 8)
CLOSING = re.compile(r"(?P<counts>\d+ \w+(?:, \d+ \w+)*) in [\d.]+s")


def test() -> int:
    return check(marks="not long")


def test_long() -> int:
    return check(marks="")


def check(*, marks: str) -> int:
    """Run everything on a stack of its own, which is gone afterwards; 0 if all passed."""
    home = Path(tempfile.mkdtemp(prefix="holdout-test-"))
    given = {name: value for name, value in os.environ.items() if name not in OWN}
    if "TEST_DATABASE_URL" in given:
        given["DATABASE_URL"] = given["TEST_DATABASE_URL"]
    try:
        with register.held(prepare(home)):
            stack = make_stack(home, wishes=dict.fromkeys(WISHES, 0), given=given, hasty=True)
            with Supervisor(stack) as supervisor:
                with step("Browser"):
                    stack.env["HOLDOUT_CHROMIUM"] = find_browser()
                supervisor.start_servers("postgres", "redis")
                return run_all(stack.env, production(stack.env, home), marks=marks)
    finally:
        account.forget(home)


def production(env: dict[str, str], home: Path) -> dict[str, str]:
    """The environment of a server on the internet."""
    return {
        **env,
        "HOLDOUT_ENVIRONMENT": "production",
        "HOLDOUT_DEMO": "false",
        "SITE_URL": "https://holdout.example",
        "ALLOWED_HOSTS": "holdout.example",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "STATIC_ROOT": str(home / "static"),
    }


def run_all(env: dict[str, str], production_env: dict[str, str], *, marks: str) -> int:
    """The tests begin by migrating one database; the checks have the other cores meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as beside:
        checks = beside.submit(failed_checks, env, production_env)
        code, closing = run_tests(env, marks=marks)
        failed = checks.result()
    if failed:
        say(f"✗ These checks failed beside the tests, see above: {', '.join(failed)}")
        say(add_failures(closing, len(failed)))
    return 1 if failed or code else 0


def failed_checks(env: dict[str, str], production_env: dict[str, str]) -> list[str]:
    failed = [name for name, words in STATIC_CHECKS.items() if not passes(name, words, env)]
    return failed + [
        name for name, words in PRODUCTION_CHECKS.items() if not passes(name, words, production_env)
    ]


def passes(name: str, words: list[str], env: dict[str, str]) -> bool:
    """Run one check; shows what it says only when it fails."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, *words],
        env=env,
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    seconds = time.monotonic() - started
    if done.returncode == 0:
        say(f"✓ {name} {seconds:.1f} s")
        return True
    say(f"✗ {name} {seconds:.1f} s\n{done.stdout}")
    return False


def run_tests(env: dict[str, str], *, marks: str) -> tuple[int, str]:
    """Run pytest, showing what it says; returns its exit code and its closing line."""
    words = ["-m", "pytest", f"--numprocesses={WORKERS}", "--dist=loadscope", f"-m={marks}"]
    words += ["--durations=10", "-p", "no:cacheprovider"]
    closing = ""
    with subprocess.Popen(
        [sys.executable, *words], env=env, cwd=ROOT, text=True, stdout=subprocess.PIPE
    ) as tests:
        for line in tests.stdout or ():
            print(line, end="", flush=True)
            closing = line if CLOSING.search(line) else closing
    return tests.returncode, closing


def add_failures(closing: str, failures: int) -> str:
    """Pytest's counts with the failed checks among them: `12 passed, 1 failed`."""
    found = re.findall(r"(\d+) (passed|failed|error)", closing)
    counts = {word: int(number) for number, word in found}
    total = counts.get("failed", 0) + counts.get("error", 0) + failures
    return f"{counts.get('passed', 0)} passed, {total} failed"
