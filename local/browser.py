"""A Chromium for the journeys: this machine's, else Playwright's, else Debian's package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from local.account import is_root
from local.process import Died
from local.progress import say

# First the one that draws no windows: pages take a quarter less of the processor.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)
ASK_PLAYWRIGHT = (
    "from playwright.sync_api import sync_playwright as s\n"
    "with s() as p: print(p.chromium.executable_path)"
)


class NoBrowser(Died):
    """No way to a Chromium worked."""


def find_browser() -> str:
    """The path of a Chromium that starts; installs one if there is none."""
    ways = (on_this_machine, from_playwright, from_debian)
    for way in ways:
        path = way()
        if path and starts(path):
            return path
    raise NoBrowser(
        "No Chromium: none found, Playwright's does not start, and apt-get "
        + ("failed, too." if is_root() else "needs root.")
        + " Install one, or name its path in HOLDOUT_CHROMIUM."
    )


def on_this_machine() -> str | None:
    found = (shutil.which(name) for name in (os.environ.get("HOLDOUT_CHROMIUM", ""), *NAMES))
    return next((path for path in (*found, *PLACES) if path and Path(path).exists()), None)


def from_playwright() -> str | None:
    say("  no Chromium found: asking Playwright for one")
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
    asked = subprocess.run([sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True)
    return asked.stdout.strip()


def from_debian() -> str | None:
    if not is_root() or shutil.which("apt-get") is None:
        return None
    say("  no luck: asking Debian for its package")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], env=quiet)
    install = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]
    for package in (SHELL, "chromium"):
        if subprocess.run([*install, package], env=quiet).returncode == 0:
            break
    return on_this_machine()


def starts(path: str) -> bool:
    """Whether it runs here, which a downloaded one without its system libraries does not."""
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
