"""The life of one mortal process: a person's request, and the jobs of a worker after it."""

import os
import traceback
from typing import Any

from payments.escrows.models.escrows import Escrow
from tests.jobs import run_jobs
from tests.payments.faults.acts import ACTS
from tests.payments.faults.fate import Fate, meet

JOBS = ("payments.try_charge_plan", "payments.perform_operation", "payments.process_event")


def live(act: str, escrow: int, words: dict[str, str], fate: dict[str, Any]) -> None:
    """Returns only if nothing was its fate."""
    try:
        meet(Fate(**fate))
        ACTS[act](Escrow.objects.get(pk=escrow), **words)
        run_jobs(*JOBS)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
