"""Whatever people write goes through a field that tidies it."""

import importlib
import pkgutil
from collections.abc import Iterator

from django import forms

import accounts
import contracts
import payments
import projects
from marketplace.core.staff import reasons  # noqa: F401
from marketplace.core.web.text_fields import Line, Words

APPS = (accounts, contracts, payments, projects)
# Nobody's words: what the page itself put there, or what looks something up.
TECHNICAL = {"confirmed", "currency", "key", "payouts", "processor_id", "queued_at", "sha256"}
TECHNICAL |= {"seen", "time_zone", "username"}


def all_forms() -> Iterator[type[forms.BaseForm]]:
    modules = [
        importlib.import_module(found.name)
        for app in APPS
        for found in pkgutil.walk_packages(app.__path__, f"{app.__name__}.")
        if "forms" in found.name.split(".")
    ]
    for module in (*modules, reasons):
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, forms.BaseForm):
                yield each


def untidied() -> set[str]:
    return {
        f"{form.__module__}.{form.__name__}.{name}"
        for form in all_forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if type(field) is forms.CharField and name not in TECHNICAL
    }


def test_every_text_is_tidied():
    assert untidied() == set()
    assert any(type(f) in (Line, Words) for form in all_forms() for f in form.base_fields.values())


def test_a_reason_is_asked_for_by_one_name_and_within_one_limit():
    asked = {
        (name, field.max_length)
        for form in all_forms()
        for name, field in getattr(form, "base_fields", {}).items()
        if name in ("why", "reason")
    }
    assert asked == {("why", reasons.LONGEST_REASON)}
