"""Nothing is installed that nobody uses."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What no Python file of ours names, and who uses it.
USED_ELSEWHERE = {
    "django-anymail": "EMAIL_BACKEND of an installation chooses it",
    "django-stubs": "a plugin of mypy",
    "djangorestframework-stubs": "a plugin of mypy",
    "import-linter": "the command that reads .importlinter",
    "pytest-playwright": "a plugin of pytest",
}


def test_each_requirement_is_imported_or_named():
    named, used = modules_named(), set()
    for module, distributions in packages_distributions().items():
        if module in named:
            used |= {normal(distribution) for distribution in distributions}
    assert requirements() - used == set(USED_ELSEWHERE)


def requirements() -> set[str]:
    """The distributions that pyproject.toml asks for, for whatever purpose."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = (told["project"]["dependencies"], *told["dependency-groups"].values())
    return {normal(re.split(r"[\[<>=]", one)[0]) for group in groups for one in group}


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def modules_named() -> set[str]:
    """What our code imports, or names in a string as settings do."""
    named = set()
    for path in ROOT.glob("[a-z]*/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                named |= {one.name.split(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                named.add(node.module.split(".")[0])
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                named.add(node.value.split(".")[0])
    return named
