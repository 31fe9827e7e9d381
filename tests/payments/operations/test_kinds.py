"""Every process knows what registers itself, whichever part of the code a job begins in."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
APP = (ROOT / "payments/apps.py").read_text()


def modules_with(words: str) -> set[str]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "payments").rglob("*.py")
        if re.search(words, path.read_text(), re.MULTILINE)
    }


@pytest.mark.parametrize("words", [r"= register_kind\(", r"^@stops_payouts$"])
def test_what_registers_itself_is_imported_when_django_starts(words: str) -> None:
    found = modules_with(words)
    assert found
    assert found == {name for name in found if f"import {name}\n" in APP}
