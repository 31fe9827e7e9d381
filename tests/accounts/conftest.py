from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def count_queries(db) -> Callable[[Callable[[], object]], int]:
    """How many queries an act makes."""

    def count(act: Callable[[], object]) -> int:
        act()  # the first request of a browser also keeps that it was seen
        with CaptureQueriesContext(
            connection,
        ) as queries:
            act()
        return len(queries)

    return count
