"""What all tests share; what they need is in the modules that are named here."""

import pytest

pytest_plugins = ["tests.stack", "tests.template_database", "tests.append_only", "tests.people"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: no process is left alone with a long test at the end."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)
