"""Where the stack of one project folder keeps its things."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".local"
PRIVATE = ("log", "mail", "media", "beat", "redis", "stripe")


def prepare(home: Path) -> Path:
    """Make `home` and its folders: passable for a lowered account, private inside."""
    home.mkdir(exist_ok=True)
    if home.stat().st_uid != os.geteuid():
        raise SystemExit(f"✗ {home} belongs to another account: run as that one, or remove it.")
    home.chmod(0o711)
    for name in PRIVATE:
        (home / name).mkdir(mode=0o700, exist_ok=True)
    return home
