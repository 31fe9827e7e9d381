"""No field of any form ends in a fault of ours, whatever it is sent."""

from urllib.parse import urlencode

import pytest

from tests.hostile.conftest import Opened
from tests.hostile.pages import Form, forms_of
from tests.hostile.values import FEW_TEXTS, TEXTS

FORM = "application/x-www-form-urlencoded"


Found = tuple[str, str, Form]


@pytest.fixture(scope="module")
def forms(opened: list[Opened]) -> list[Found]:
    """Each form of the product once: who sees it, where it leads, what is in it."""
    found: dict[tuple[str, ...], Found] = {}
    for page in opened:
        for form in forms_of(page.content):
            names = (page.pattern, form.method, *form.values, *form.files)
            found.setdefault(names, (page.kind, form.action or page.address, form))
    return list(found.values())


def send(attack, kind: str, address: str, form: Form, values: dict[str, str], about: str) -> None:
    content = urlencode(values)
    if form.method == "get":
        attack.send(kind, "GET", f"{address.partition('?')[0]}?{content}", about)
    else:
        attack.send(kind, "POST", address, about, data=content, content_type=FORM)


def test_every_form_with_a_hostile_value_in_all_fields(attack, forms, turn):
    for number, (kind, address, form) in enumerate(forms):
        names = [*form.values, *form.files]
        for value in turn(number, FEW_TEXTS):
            send(attack, kind, address, form, dict.fromkeys(names, value), value)
    assert attack.faults == {}
    assert attack.sent >= len(forms) > 150


def test_every_hidden_field_alone(attack, forms, turn):
    """Of each form, one after the other; each name with every value in its turn."""
    hidden = [(*found, name) for found in forms for name in sorted(found[2].hidden)]
    for number, (kind, address, form, name) in enumerate(hidden):
        for value in turn(number, FEW_TEXTS):
            values = {**form.values, name: value}
            send(attack, kind, address, form, values, f"{name}={value}")
    assert attack.faults == {}
    assert attack.sent >= len(hidden) >= 9


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
