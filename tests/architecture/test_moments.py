"""Moments in sentences are written by one module, in the reader's zone."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("accounts", "contracts", "marketplace", "payments", "projects")
WRITES_A_DAY = re.compile(r"%-?d[^\"']{0,3}%[bB]|%[bB][^\"']{0,3}%-?d|\.day\}")
# Papers say UTC themselves; the sandbox and the local stack are not the product.
ELSEWHERE = {
    "contracts/room/evidence.py",
    "marketplace/core/text/moments.py",
    "payments/card_disputes/services/evidence_documents.py",
    "payments/documents/services/statements.py",
}


def writers() -> set[str]:
    files = (path for app in APPS for path in (ROOT / app).rglob("*.py"))
    named = {str(path.relative_to(ROOT)): path for path in files}
    return {
        name
        for name, path in named.items()
        if not re.search(r"/(sandbox|local|migrations)/", name)
        and WRITES_A_DAY.search(path.read_text())
    }


def test_no_other_module_writes_a_day():
    assert writers() <= ELSEWHERE


def test_what_is_excused_still_writes_days():
    assert writers() >= ELSEWHERE
