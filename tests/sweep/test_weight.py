"""What a browser loads before a page can be used."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client

from tests.factories.contracts import make_active
from tests.factories.payments import set_first_fee

pytestmark = pytest.mark.django_db
MOST = 100_000
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script [^>]*src)="/static/([^"]+)"')


def weight(page: str) -> int:
    """Bytes of all style sheets and scripts of a page, each compressed as the server does."""
    files = (Path(str(find(name))) for name in LOADED.findall(page))
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def test_styles_and_scripts_of_the_home_page_are_light(client: Client) -> None:
    assert 10_000 < weight(client.get("/").content.decode()) < MOST


def test_styles_and_scripts_of_the_work_room_are_light(
    browser_of: Any, organisation: Any, client_person: Any, freelancer_person: Any
) -> None:
    set_first_fee()
    contract = make_active(organisation, client_person, freelancer_person)
    page = browser_of(client_person).get(contract.get_absolute_url())
    assert 10_000 < weight(page.content.decode()) < MOST


def test_a_first_visit_asks_for_at_most_twelve_files(live_server: Any, browser: Any) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live_server.url + "/how-it-works/", wait_until="networkidle")
    assert 4 < len(asked) <= 12
