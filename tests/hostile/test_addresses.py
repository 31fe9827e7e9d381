"""No part of an address, no query and no cursor ends in a fault of ours."""

from urllib.parse import unquote, urlencode

import pytest

from accounts.notices.models import Notification
from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.models import Event
from marketplace.core.web.pages import UnreadableCursor, keyset_page
from tests.hostile.routes import all_routes
from tests.hostile.values import ADDRESS_PARTS, CURSORS, FEW_CURSORS


def test_hostile_parts_of_addresses(attack, turn):
    for number, route in enumerate(all_routes()):
        fitting = [part for part in ADDRESS_PARTS if route.takes(unquote(part))]
        for part in turn(number, fitting) if fitting else ():
            parameters = len(route.parts) - 1
            attack.send("administrator", "GET", route.address((part,) * parameters), part)
    assert attack.faults == {}
    assert attack.sent > 150


def test_parts_that_no_route_takes(attack):
    for part in ADDRESS_PARTS:
        for beginning in ("/briefs/", "/staff/people/", "/money/statements/", "/api/v1/briefs/"):
            assert attack.send("visitor", "GET", f"{beginning}{part}/").status_code < 500
    assert attack.faults == {}


def test_hostile_cursors_on_every_page(attack, turn):
    for number, route in enumerate(all_routes()):
        if "get" in route.method_names:
            kind, address = attack.reach.ways(route)[0]
            for value in turn(number, FEW_CURSORS):
                query = urlencode({"cursor": value, "after": value})
                attack.send(kind, "GET", f"{address}?{query}", value)
    assert attack.faults == {}
    assert attack.sent > 150


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        (Event.objects.all(), ("-at", "-id")),
        (Notification.objects.all(), ("-id",)),
        (Organisation.objects.all(), ("name", "id")),
        (Organisation.objects.all(), ("-public_id",)),
    ],
)
@pytest.mark.usefixtures("attack")
def test_every_hostile_cursor_leads_nowhere(rows, keys):
    for cursor in CURSORS:
        keyset_page(rows, keys=keys, after=cursor)
        try:
            keyset_page(rows, keys=keys, after=cursor, is_strict=True)
        except UnreadableCursor:
            continue
