"""Secrets of one machine's stack, made at the first run and readable by its owner only."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("site", "postgres", "application", "redis", "webhook", "demo")


def read_keys(home: Path) -> dict[str, str]:
    """The secrets of `home` by name; makes the missing ones."""
    path = home / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = {name: secrets.token_urlsafe(24) for name in NAMES if name not in known}
    if missing:
        known |= missing
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file, indent=2)
    return known
