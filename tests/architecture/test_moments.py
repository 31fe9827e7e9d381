"""Moments and days in words are written by one module, in the reader's zone."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("accounts", "contracts", "marketplace", "payments", "projects")
WRITER = "marketplace/core/text/moments.py"
# The order of ISO 8601, for the names of files and the columns of tables.
FOR_PROGRAMS = {"%Y-%m", "%Y-%m-%d"}
FORMATTERS = {"strftime", "date_format", "time_format"}


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def formats(source: str) -> Iterator[str]:
    """What `source` writes a date or a time with: each format, or the name of what is called."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in FORMATTERS:
            yield called(node)
        if isinstance(node, ast.FormattedValue) and node.format_spec:
            spec = ast.unparse(node.format_spec).strip("f'\"")
            # "{share:.1%}" is a number.
            if "%" in spec.removesuffix("%"):
                yield spec


def test_the_formats_of_dates_are_seen():
    source = 'f"{at:%d %B}, {at:%Y-%m}, {share:.1%}, {at.year}"; at.strftime("%H"); date_format(at)'
    assert sorted(formats(source)) == ["%Y-%m", "%d %B", "date_format", "strftime"]


def test_no_other_module_writes_a_moment_or_a_day():
    files = (path for app in APPS for path in (ROOT / app).rglob("*.py"))
    sources = {str(path.relative_to(ROOT)): path.read_text() for path in files}
    found = {name: set(formats(source)) - FOR_PROGRAMS for name, source in sources.items()}
    assert [name for name, kinds in found.items() if kinds] == [WRITER]
