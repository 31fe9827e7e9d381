"""Templates read as outlines made of components, and nothing of their house stands unused."""

import re

from django.conf import settings

from marketplace.core.ui import components
from marketplace.core.ui.bundles import BUNDLES

ROOT = settings.BASE_DIR / "templates"
PAGES = {page.relative_to(ROOT): page.read_text() for page in sorted(ROOT.rglob("*.html"))}
STATIC = settings.BASE_DIR / "static"
STYLE_GUIDE = "core/style_guide/"
# `card--{{ tone }}` and `f"input--{kind}"`: the value ends the name of the class.
COMPLETED = re.compile(r"([a-z][\w-]*--)\{")


def test_no_line_of_a_template_is_longer_than_120_characters():
    too_long = [
        f"{path}:{number}"
        for path, text in PAGES.items()
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > 120
    ]
    assert too_long == []


def test_no_template_is_longer_than_120_lines():
    lines = {str(path): len(text.splitlines()) for path, text in PAGES.items()}
    assert {path: number for path, number in lines.items() if number > 120} == {}


def test_no_state_is_compared_with_a_string():
    """A property is asked, so that the meaning of a state stands in one place."""
    compared = re.compile(r"""\b(state|status) *(==|!=|in) *["']""")
    assert [str(path) for path, text in PAGES.items() if compared.search(text)] == []


def test_every_component_is_used_by_a_page():
    pages = _outside_of_the_style_guide()
    asked = r"({{% {0}\b|\|{0}\b)"
    unused = {name for name in components.register.tags if not re.search(asked.format(name), pages)}
    unused |= {name for name in components.register.filters if not re.search(rf"\|{name}\b", pages)}
    assert unused == set()


def test_every_class_is_used_by_a_page():
    used = _outside_of_the_style_guide() + _sources()
    words, begun = set(re.findall(r"[\w-]+", used)), tuple(COMPLETED.findall(used))
    classes = {name for sheet in _sheets() for name in re.findall(r"\.([a-z][\w-]*)", sheet)}
    assert {name for name in classes - words if not name.startswith(begun)} == set()


def test_every_token_is_used():
    sheets = "".join(_sheets())
    tokens = set(re.findall(r"^\s*(--[\w-]+):", sheets, re.MULTILINE))
    assert tokens - set(re.findall(r"var\((--[\w-]+)", sheets)) == set()


def test_every_style_and_script_is_loaded():
    asked = "".join(PAGES.values()) + "".join(f"'{part}'" for part in sum(BUNDLES.values(), []))
    files = [*STATIC.glob("css/**/*.css"), *STATIC.glob("js/*.js")]
    assert [file.name for file in files if f"/{file.name}'" not in asked] == []


def _outside_of_the_style_guide() -> str:
    texts = [text for path, text in PAGES.items() if not str(path).startswith(STYLE_GUIDE)]
    return "".join([*texts, *(page.read_text() for page in ROOT.rglob("*.txt"))])


def _sources() -> str:
    """What names a class in Python or in a script."""
    apps = ("accounts", "projects", "contracts", "payments", "marketplace")
    files = [file for app in apps for file in (settings.BASE_DIR / app).rglob("*.py")]
    return "".join(file.read_text() for file in (*files, *STATIC.glob("js/*.js")))


def _sheets() -> list[str]:
    """The selectors and rules of each style sheet, without comments and the values of rules."""
    texts = [sheet.read_text() for sheet in STATIC.glob("css/**/*.css")]
    return [re.sub(r"/\*.*?\*/|url\([^)]*\)", "", text, flags=re.DOTALL) for text in texts]
