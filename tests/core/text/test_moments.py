"""One way to write a moment in a sentence: in the reader's zone, which it names."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from marketplace.core.text.moments import day, day_of, moment

AT = datetime(2026, 11, 26, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("UTC", "Thu 26 Nov 2026, 16:05 UTC"),
        ("Europe/Berlin", "Thu 26 Nov 2026, 17:05 CET"),
        ("Pacific/Auckland", "Fri 27 Nov 2026, 05:05 NZDT"),
        ("Asia/Kathmandu", "Thu 26 Nov 2026, 21:50 UTC+05:45"),
        ("America/Sao_Paulo", "Thu 26 Nov 2026, 13:05 UTC-03:00"),
    ],
)
def test_a_moment_is_written_in_the_readers_zone(zone, written):
    with timezone.override(ZoneInfo(zone)):
        assert moment(AT) == written
        assert day(AT) == ("27 November 2026" if "Auckland" in zone else "26 November 2026")


def test_a_day_has_no_zone():
    with timezone.override(ZoneInfo("Pacific/Auckland")):
        assert day_of(date(2026, 3, 1)) == "1 March 2026"
        assert day_of(date(2026, 3, 1), short=True) == "1 Mar 2026"
