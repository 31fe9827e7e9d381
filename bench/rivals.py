"""What Holdout is measured beside, in environments of their own: no requirement of the product."""

import hashlib
import subprocess
import sys
from collections.abc import Sequence

from local.folders import HOME, ROOT

LEDGERS = (
    "django==5.2.19",
    "django-hordak==2.0.0",
    "django-ledger==0.8.5",
    "dj-database-url==3.1.2",
    "psycopg2-binary==2.9.13",
)


SHOP = (
    "django==5.2.19",
    "django-oscar[sorl-thumbnail]==4.2.1",
    "dj-database-url==3.1.2",
    "psycopg2-binary==2.9.13",
    # treebeard and haystack still ask for pkg_resources.
    "setuptools<80",
)

# The product as it is installed for production: tools of development would weigh on its start.
PRODUCT = tuple(
    line for line in (ROOT / "requirements.txt").read_text().splitlines() if line[:1].isalnum()
)


def rival_python(requirements: Sequence[str]) -> str:
    """The interpreter of their environment, which is made at the first run."""
    name = hashlib.sha256("\n".join(requirements).encode()).hexdigest()[:12]
    folder = HOME / "bench" / name
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        print("installing what is measured beside …", flush=True)
        uv = [sys.executable, "-m", "uv"]
        folder.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [*uv, "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True
        )
        subprocess.run(
            [*uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
            + [*requirements],
            check=True,
        )
        (folder / "complete").touch()
    return str(python)
