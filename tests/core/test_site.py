"""The public pages, the theme, and what every page may weigh and contain."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from marketplace.core.ui.bundles import BUNDLES

TEMPLATES = settings.BASE_DIR / "templates"
STYLES = settings.BASE_DIR / "static" / "css"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/how-it-works/", "/style-guide/"])
def test_public_pages_answer_a_stranger(client, address):
    assert client.get(address).status_code == 200


def test_the_chosen_theme_is_rendered_by_the_server(client):
    answer = client.post("/theme/", {"theme": "dark", "next": "/how-it-works/"})
    assert (answer.status_code, answer["Location"]) == (302, "/how-it-works/")
    assert '<html lang="en" data-theme="dark">' in client.get("/").content.decode()


def test_an_unknown_theme_and_a_foreign_address_are_ignored(client):
    answer = client.post("/theme/", {"theme": "neon", "next": "https://evil.example/"})
    assert answer["Location"] == "/"
    assert "theme" not in answer.cookies


def test_the_error_page_needs_neither_database_nor_context():
    assert "Something went wrong on our side" in render_to_string("500.html")


def pages() -> list[Path]:
    """Templates of pages; emails may carry their own style."""
    return [path for path in TEMPLATES.rglob("*.html") if "emails" not in path.parts]


def markup(path: Path) -> str:
    """A template without its tags, whose props are no attributes."""
    return re.sub(r"{%.*?%}|{{.*?}}", "", path.read_text())


def test_no_page_carries_style_or_script_in_itself():
    script = r"<script(?![^>]*(\ssrc=|type=.application/json))"
    forbidden = re.compile(rf"<style|\sstyle=|{script}|\son[a-z]+=|href=.javascript:")
    assert [str(path) for path in pages() if forbidden.search(markup(path))] == []


def test_styles_and_scripts_together_stay_below_100_kb():
    sources = [*STYLES.rglob("*.css"), *(settings.BASE_DIR / "static").rglob("*.js")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in sources) < 100_000


def test_a_bundle_is_its_parts_as_they_are_now():
    for bundle, parts in BUNDLES.items():
        made = Path(finders.find(bundle)).read_text()
        positions = [made.index(Path(finders.find(part)).read_text()) for part in parts]
        assert positions == sorted(positions)


def test_every_file_that_a_page_asks_for_exists(client):
    names = re.findall(r'"/static/([^"]+)"', client.get("/").content.decode())
    assert {"css/site.css", "js/site.js"} <= set(names)
    assert [name for name in names if not finders.find(name)] == []
