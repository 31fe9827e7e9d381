from datetime import UTC, date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from marketplace.core.text.days import check_to_come, has_passed, today_of

# In Auckland it is 2 March already; in Honolulu 28 February still.
NOON = datetime(2027, 3, 1, 11, 30, tzinfo=UTC)
ZONES = ("UTC", "Pacific/Auckland", "Pacific/Honolulu", "Pacific/Kiritimati", "Etc/GMT+12")


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hour", [0, 11, 12, 23])
def test_today_is_never_past_wherever_one_is(zone, hour):
    with time_machine.travel(NOON.replace(hour=hour), tick=False), timezone.override(zone):
        today = timezone.localdate()
        check_to_come(today)
        assert has_passed(today) is False
        assert today_of(SimpleNamespace(time_zone=zone)) <= today


def test_what_makes_no_sense_is_refused_with_the_day_named():
    with time_machine.travel(NOON, tick=False), timezone.override(ZoneInfo("Pacific/Auckland")):
        for day, sentence in [
            (date(2027, 2, 28), "28 February 2027 has passed. Give today or a later date."),
            (date(1, 1, 1), "1 January 1 has passed. Give today or a later date."),
            (date(9999, 1, 1), "1 January 9999 is more than 10 years away. Check the year."),
        ]:
            with pytest.raises(ValidationError) as caught:
                check_to_come(day)
            assert caught.value.messages == [sentence]
        check_to_come(None)
        check_to_come(date(2037, 12, 31))
    assert has_passed(date(2027, 2, 27), now=NOON) is True
