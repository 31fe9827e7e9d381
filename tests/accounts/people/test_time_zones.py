"""Any zone that a browser may name is kept, found by its city, and shown with its offset."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.utils import timezone

from accounts.people.forms.time_zones import TimeZoneField
from accounts.people.models import User
from accounts.people.time_zones import offered_zones, offset_of, shown_zone, zone_named, zone_names
from tests.accounts.sign_in.test_sign_up import sign_up
from tests.edits.test_every_edit import opened

# What no list of places offers, and browsers name all the same.
NOW = datetime(2026, 11, 30, tzinfo=UTC)
UNOFFERED = ("Etc/GMT+3", "GMT", "US/Pacific", "Asia/Calcutta", "CET", "Etc/UTC", "Japan")


def test_every_zone_is_taken_as_it_is_shown_and_typed():
    field = TimeZoneField()
    for name in zone_names():
        assert field.clean(field.prepare_value(name)) == name
        assert zone_named(f" {name.lower()} ") == name
        assert timezone.now().astimezone(ZoneInfo(name)).tzinfo is not None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("new york", "America/New_York"),
        ("Kolkata", "Asia/Kolkata"),
        ("Buenos  Aires", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
        ("Beijing", "Asia/Shanghai"),
        ("mumbai", "Asia/Kolkata"),
        ("Mars", ""),
        ("localtime", ""),
        ("Factory", ""),
        ("posixrules", ""),
        ("../etc/passwd", ""),
    ],
)
def test_a_zone_is_found_by_its_city(typed, name):
    assert zone_named(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("UTC+3", "Etc/GMT-3"),
        ("+03:00", "Etc/GMT-3"),
        ("GMT +3", "Etc/GMT-3"),
        ("UTC−05:00", "Etc/GMT+5"),
        ("utc-5", "Etc/GMT+5"),
        ("+00:00", "UTC"),
        ("UTC+05:30", "Asia/Kolkata"),
        ("+0545", "Asia/Kathmandu"),
        ("UTC+25", ""),
        ("UTC+05:10", ""),
    ],
)
def test_an_offset_is_a_zone_that_has_it_all_year(typed, name):
    assert zone_named(typed) == name
    if name:
        january, july = (offset_of(name, datetime(2026, month, 1, tzinfo=UTC)) for month in (1, 7))
        assert january == july


def test_every_line_of_the_list_may_be_typed_as_it_stands():
    for zone in offered_zones():
        assert offset_of(zone_named(zone.label), NOW) == offset_of(zone_named(zone.name), NOW)
    assert zone_named("Kolkata, UTC+05:30") == "Asia/Kolkata"
    assert zone_named("Argentina, Buenos Aires, UTC−03:00") == "America/Argentina/Buenos_Aires"
    assert zone_named("Mars, UTC+01:00") == ""


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("Asia/Kolkata", "UTC+05:30"),
        ("America/St_Johns", "UTC−03:30"),
        ("Europe/Rome", "UTC+01:00"),
        ("Etc/GMT+3", "UTC−03:00"),
        ("UTC", "UTC+00:00"),
    ],
)
def test_the_list_shows_the_offset_of_the_day(name, offset):
    assert offset_of(name, datetime(2026, 11, 30, tzinfo=UTC)) == offset


def test_the_list_offers_places_once_and_no_fixed_offsets():
    names = [zone.name for zone in offered_zones()]
    assert len(names) == len(set(names)) > 400
    assert [name for name in names if name.startswith(("Etc/", "US/"))] == []
    assert names[0] == "UTC"


@pytest.mark.parametrize("zone", UNOFFERED)
def test_a_zone_outside_the_list_survives_saving_something_else(
    zone, db, client, mailoutbox, freelancer_person, browser_of
):
    cache.clear()
    sign_up(client, time_zone=zone)
    assert User.objects.get(email="nora@example.com").time_zone == zone
    User.objects.filter(pk=freelancer_person.pk).update(time_zone=zone)
    browser = browser_of(freelancer_person)
    for page, change in [
        ("/settings/", {"name": "Fay Renamed"}),
        ("/profile/basics/", {"headline": "Another"}),
    ]:
        data = opened(browser, page)
        assert data["time_zone"] == [shown_zone(zone)]
        assert browser.post(page, data | change).status_code == 302
        freelancer_person.refresh_from_db()
        assert freelancer_person.time_zone == zone


def test_what_is_no_zone_is_refused_with_a_way_on(browser_of, client_person):
    browser = browser_of(client_person)
    answer = browser.post("/settings/", {"name": "Clara", "time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert answer.context["form"].errors["time_zone"] == [
        "“Mars/Olympus” is not in the list of time zones. Type a city near you, such as Rome, "
        "New York or Kolkata."
    ]
