"""The other ledgers, in a virtual environment of their own: no requirement of the product."""

import subprocess
import sys

from local.folders import HOME

REQUIREMENTS = (
    "django==5.2.19",
    "django-hordak==2.0.0",
    "django-ledger==0.8.5",
    "dj-database-url==3.1.2",
    "psycopg2-binary==2.9.13",
)


def rival_python() -> str:
    """The interpreter of that environment, which is made at the first run."""
    folder = HOME / "bench" / "-".join(REQUIREMENTS).replace("==", "-")
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        print("installing the other ledgers …", flush=True)
        uv = [sys.executable, "-m", "uv"]
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True
        )
        subprocess.run(
            [*uv, "pip", "install", "--quiet", "--python", python, *REQUIREMENTS], check=True
        )
        (folder / "complete").touch()
    return str(python)
