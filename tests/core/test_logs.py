"""No log holds the values of variables."""

import os
import subprocess
import sys

import pytest

PROGRAM = """
import logging, django, structlog
django.setup()
from django.test import RequestFactory

def fail(secret_of_the_caller):
    raise RuntimeError("it broke")

for speak in (
    structlog.get_logger("marketplace.core.data.jobs").exception,
    logging.getLogger("celery.app.trace").exception,
    logging.getLogger("django.request").exception,
):
    try:
        fail("".join(["sw", "ordfish"]))
    except RuntimeError as error:
        speak("went wrong")
        caught = error
about = {"status_code": 500, "request": RequestFactory().post("/", {"password": "sw" + "ordfish"})}
logging.getLogger("django.request").error("Internal error", exc_info=caught, extra=about)
"""


@pytest.mark.parametrize("environment", ["local", "production"])
def test_a_traceback_is_written_without_values(environment):
    env = {
        **os.environ,
        "HOLDOUT_ENVIRONMENT": environment,
        "HOLDOUT_DEMO": "false",
        "SECRET_KEY": "abcdefghij" * 5,
        "ALLOWED_HOSTS": "testserver",
    }
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=env, capture_output=True, text=True, check=True
    )
    assert told.stderr.count("RuntimeError: it broke") == 4
    assert "swordfish" not in told.stdout + told.stderr
