"""One process that may crash: a person's request, and the jobs of a worker after it."""

import os
import traceback
from typing import Any

from payments.escrows.models.escrows import Escrow
from tests.jobs import run_jobs
from tests.payments.faults.acts import ACTS
from tests.payments.faults.crash_points import CrashPoint, crash_at

JOBS = ("payments.try_charge_plan", "payments.perform_operation", "payments.process_event")


def run(act: str, escrow: int, words: dict[str, str], dies_at: dict[str, Any]) -> None:
    """Returns only if the process did not die on its way."""
    try:
        crash_at(CrashPoint(**dies_at))
        ACTS[act](Escrow.objects.get(pk=escrow), **words)
        run_jobs(*JOBS)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
