"""Which system account serves, and where it can read and write.

Postgres refuses to run as root, so root runs it as `nobody`. That account must be able to
reach the programs and the data; where the project lies below a closed folder, such as
/root, both get a place of their own below /var/tmp. No existing permission is changed.
"""

import hashlib
import os
import pwd
import shutil
import stat
from pathlib import Path
from typing import Any

OUTSIDE = Path("/var/tmp")


def is_root() -> bool:
    return os.geteuid() == 0


def lowered() -> dict[str, Any]:
    """Options of `subprocess.Popen` that drop root's rights."""
    if not is_root():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def is_reachable(folder: Path) -> bool:
    """Whether the lowered account may pass through every folder on the way."""
    if not is_root():
        return True
    return all(step.stat().st_mode & stat.S_IXOTH for step in (folder, *folder.parents))


def outside(home: Path) -> Path:
    """The place below /var/tmp that belongs to this `home`; refuses one that others made."""
    name = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    folder = OUTSIDE / f"holdout-{name}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise SystemExit(f"✗ {folder} belongs to somebody else; remove it and try again.")
    return folder


def data_folder(home: Path, name: str) -> Path:
    """An empty or kept folder that the lowered account owns."""
    folder = (home if is_reachable(home) else outside(home)) / name
    folder.mkdir(mode=0o700, exist_ok=True)
    if is_root():
        os.chown(folder, lowered()["user"], lowered()["group"])
    return folder


def readable_copy(source: Path, *, home: Path, version: str) -> Path:
    """`source` itself, or where the lowered account cannot reach it a copy that it can."""
    if is_reachable(source):
        return source
    copy = outside(home) / f"programs-{version}" / source.name
    if not copy.exists():
        unfinished = copy.with_name(f"{source.name}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(source, unfinished, ignore=shutil.ignore_patterns("include", "*.pyc"))
        for path in (copy.parent, unfinished, *unfinished.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
        unfinished.rename(copy)
    return copy


def forget(home: Path) -> list[Path]:
    """Delete `home` and its place below /var/tmp; returns what there was."""
    name = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    found = [path for path in (home, OUTSIDE / f"holdout-{name}") if path.exists()]
    for path in found:
        shutil.rmtree(path)
    return found
