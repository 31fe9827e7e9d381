"""No field of any form ends in a fault of ours, whatever it is sent."""

from urllib.parse import urlencode

import pytest

from tests.hostile.pages import Form, forms_of
from tests.hostile.routes import all_routes
from tests.hostile.values import FEW_TEXTS, TEXTS

FORM = "application/x-www-form-urlencoded"


def forms(attack):
    """Each form of the product once: who sees it, where it leads, what is in it."""
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


def test_every_form_with_a_hostile_value_in_all_fields(attack):
    for kind, address, form in forms(attack):
        for value in FEW_TEXTS:
            values = dict.fromkeys([*form.values, *form.files], value)
            send(attack, kind, address, form, values, value)
    assert attack.faults == {}
    assert attack.sent > 500


def test_every_hidden_field_alone(attack):
    for kind, address, form in forms(attack):
        for name in form.hidden:
            for value in FEW_TEXTS:
                values = {**form.values, name: value}
                send(attack, kind, address, form, values, f"{name}={value}")
    assert attack.faults == {}
    assert attack.sent > 100


@pytest.mark.long
def test_every_field_alone_and_all_together(attack):
    for kind, address, form in forms(attack):
        for value in TEXTS:
            values = dict.fromkeys([*form.values, *form.files], value)
            send(attack, kind, address, form, values, value)
        for name in [*form.values, *form.files]:
            for value in TEXTS:
                send(attack, kind, address, form, {**form.values, name: value}, f"{name}={value}")
    assert attack.faults == {}
