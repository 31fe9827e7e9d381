"""What all tests share; what they need is in the modules that are named here."""

from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

pytest_plugins = ["tests.stack", "tests.template_database", "tests.append_only", "tests.people"]
# Each has one world, product or demo, which one process makes. (Marks of xdist_group say nothing
# to pytest 9: xdist writes them into `_nodeid`, which is read no more.)
TOGETHER = (
    "tests/hostile/",
    "tests/journeys/",
    "tests/local/test_demo.py",
    "tests/sweep/test_pages.py",
)

# A busy machine is no fault of a property.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers first: no process is left alone with a long test at the end."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)


class ByWorld(LoadScopeScheduling):
    """Tests of one world go to one process, every other test to whoever is free."""

    def _split_scope(self, nodeid: str) -> str:
        return next((place for place in TOGETHER if nodeid.startswith(place)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByWorld:
    return ByWorld(config, log)
