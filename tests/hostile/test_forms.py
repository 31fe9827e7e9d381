"""No field of any form ends in a fault of ours, whatever it is sent."""

from collections.abc import Iterator
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from tests.hostile.conftest import Attack
from tests.hostile.pages import Form, forms_of
from tests.hostile.routes import all_routes
from tests.hostile.values import FEW_TEXTS, TEXTS

FORM = "application/x-www-form-urlencoded"


Found = tuple[str, str, Form]


@pytest.fixture(scope="module")
def forms(_marketplace: SimpleNamespace) -> list[Found]:
    """Each form of the product once: who sees it, where it leads, what is in it."""
    attack = Attack(_marketplace)
    found = list(walk(attack))
    assert attack.faults == {}
    return found


def walk(attack: Attack) -> Iterator[Found]:
    seen = set()
    for route in all_routes():
        for kind, address in attack.reach.ways(route)[:2]:
            page = attack.send(kind, "GET", address)
            if page is None or not page.get("Content-Type", "").startswith("text/html"):
                continue
            for form in () if page.streaming else forms_of(page.content):
                names = (route.pattern, form.method, *form.values, *form.files)
                if names not in seen:
                    seen.add(names)
                    yield kind, form.action or address, form


def send(attack, kind: str, address: str, form: Form, values: dict[str, str], about: str) -> None:
    content = urlencode(values)
    if form.method == "get":
        attack.send(kind, "GET", f"{address.partition('?')[0]}?{content}", about)
    else:
        attack.send(kind, "POST", address, about, data=content, content_type=FORM)


def test_every_form_with_a_hostile_value_in_all_fields(attack, forms):
    """Each form with one value at least, and each name of a field with every value once."""
    tried: set[tuple[str, str]] = set()
    for number, (kind, address, form) in enumerate(forms):
        names = [*form.values, *form.files]
        for turn, value in enumerate(FEW_TEXTS):
            untried = {(name, value) for name in names} - tried
            if untried or number % len(FEW_TEXTS) == turn:
                tried |= untried
                send(attack, kind, address, form, dict.fromkeys(names, value), value)
    assert attack.faults == {}
    assert attack.sent > len(forms) > 150


def test_every_hidden_field_alone(attack, forms):
    """Each with one value at least, and each name with every value once."""
    hidden = [(*found, name) for found in forms for name in sorted(found[2].hidden)]
    tried: set[tuple[str, str]] = set()
    for number, (kind, address, form, name) in enumerate(hidden):
        for turn, value in enumerate(FEW_TEXTS):
            if (name, value) not in tried or number % len(FEW_TEXTS) == turn:
                tried.add((name, value))
                values = {**form.values, name: value}
                send(attack, kind, address, form, values, f"{name}={value}")
    assert attack.faults == {}
    assert attack.sent > len(hidden) >= 9


@pytest.mark.long
def test_every_field_alone_and_all_together(attack, forms):
    for kind, address, form in forms:
        for value in TEXTS:
            values = dict.fromkeys([*form.values, *form.files], value)
            send(attack, kind, address, form, values, value)
        for name in [*form.values, *form.files]:
            for value in TEXTS:
                send(attack, kind, address, form, {**form.values, name: value}, f"{name}={value}")
    assert attack.faults == {}
