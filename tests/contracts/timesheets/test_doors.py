"""Who gets in: every page and endpoint about time, for everybody who may come by."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from contracts.timesheets.api.urls import urlpatterns as api_routes
from contracts.timesheets.services.reviews import contest_lines
from contracts.timesheets.services.timers import start_timer
from contracts.timesheets.states import Ground
from contracts.timesheets.urls import urlpatterns as page_routes
from marketplace.core.data.actors import client, freelancer
from tests.factories.accounts import make_member
from tests.people import sign_in

FREELANCER = {"freelancer"}
HIRING = {"owner", "hiring_manager"}
PAYING = {"owner", "finance"}
SIGNING = HIRING | FREELANCER
SIDES = HIRING | PAYING | FREELANCER | {"viewer"}
NOBODY = {"stranger", "staff"}

# Who gets past the gate, and with which subject.
PAGES = {
    ("hourly_change_order", "get"): ("contract", SIGNING),
    ("hourly_terms_proposal", "get"): ("contract", SIGNING),
    ("time", "get"): ("contract", SIDES),
    ("week", "get"): ("week", SIDES),
    ("week_funding", "get"): ("week", PAYING),
    ("week_time", "get"): ("week", FREELANCER),
    ("timer_start", "post"): ("week", FREELANCER),
    ("week_approval", "get"): ("week", HIRING),
    ("week_contest", "get"): ("week", HIRING),
    ("week_cancellation", "get"): ("week", SIGNING),
    ("time_entry", "get"): ("line", FREELANCER),
    ("time_entry_removal", "post"): ("line", FREELANCER),
    ("concession", "get"): ("contest", FREELANCER),
    ("contest_retraction", "get"): ("contest", HIRING),
}
# Without a subject in the address: one's own timer, or none is found.
OWN = {("timer_stop", "get"), ("timer_removal", "post"), ("timer_sign", "post")}
ENDPOINTS = {
    ("hourly_change_orders", "post"): ("contract", SIGNING),
    ("hourly_terms", "post"): ("contract", SIGNING),
    ("time", "get"): ("contract", SIDES),
    ("week", "get"): ("week", SIDES),
    ("week_funding", "post"): ("week", PAYING),
    ("time_entries", "post"): ("week", FREELANCER),
    ("week_approval", "post"): ("week", HIRING),
    ("contests", "post"): ("week", HIRING),
    ("week_cancellation", "post"): ("week", SIGNING),
    ("time_entry", "get"): ("line", SIDES),
    ("time_entry", "patch"): ("line", FREELANCER),
    ("time_entry", "delete"): ("line", FREELANCER),
    ("concession", "post"): ("contest", FREELANCER),
    ("contest_retraction", "post"): ("contest", HIRING),
}


@pytest.fixture
def subjects(hourly, handed_in, client_person):
    lines = list(handed_in.time_entries.all())
    (contest,) = contest_lines(
        unit=handed_in,
        entries=lines[:1],
        ground=Ground.NOT_WORKED,
        why="Not seen.",
        by=client(client_person),
    )
    return {"contract": hourly, "week": handed_in, "line": lines[1], "contest": contest}


@pytest.fixture
def browsers(organisation, client_person, freelancer_person, stranger, moderator):
    people = {"owner": client_person, "freelancer": freelancer_person}
    people |= {"stranger": stranger, "staff": moderator}
    roles = ("hiring_manager", "finance", "viewer")
    people |= {role: make_member(organisation, role).user for role in roles}
    return {role: sign_in(person) for role, person in people.items()}


def answered(browser, method, address):
    """The status of the answer; what was done is undone."""
    with transaction.atomic():
        answer = getattr(browser, method)(address)
        transaction.set_rollback(True)
    return answer.status_code


def let_in(doors, namespace, subjects, browsers):
    """By door, who is let in; who is not has a side, or finds nothing."""
    found = {}
    for (name, method), (kind, _) in doors.items():
        address = reverse(f"{namespace}:{name}", args=[subjects[kind].public_id])
        codes = {role: answered(browser, method, address) for role, browser in browsers.items()}
        assert {role for role, code in codes.items() if code == 404} == NOBODY, (name, codes)
        found[name, method] = {role for role in SIDES if codes[role] != 403}
    return found


def test_every_door_opens_for_its_people_alone(subjects, browsers):
    for namespace, doors in (("contracts", PAGES), ("api", ENDPOINTS)):
        wanted = {door: roles for door, (_, roles) in doors.items()}
        assert let_in(doors, namespace, subjects, browsers) == wanted


def test_who_is_not_signed_in_is_told_so(subjects):
    for (name, method), (kind, _) in PAGES.items():
        address = reverse(f"contracts:{name}", args=[subjects[kind].public_id])
        answer = getattr(Client(), method)(address)
        assert (name, answer.status_code, "/login/" in answer.url) == (name, 302, True)
    for (name, method), (kind, _) in ENDPOINTS.items():
        address = reverse(f"api:{name}", args=[subjects[kind].public_id])
        assert (name, getattr(Client(), method)(address).status_code) == (name, 401)


def test_a_timer_is_found_by_nobody_but_its_owner(clock, hourly, browsers, freelancer_person):
    start_timer(contract=hourly, by=freelancer(freelancer_person))
    for name, method in OWN:
        address = reverse(f"contracts:{name}")
        codes = {role: answered(browser, method, address) for role, browser in browsers.items()}
        assert (name, {role for role, code in codes.items() if code != 404}) == (name, FREELANCER)
        assert "/login/" in getattr(Client(), method)(address).url


def test_no_door_is_forgotten():
    assert {name for name, _ in {*PAGES, *OWN}} == {route.name for route in page_routes}
    assert {name for name, _ in ENDPOINTS} == {route.name for route in api_routes}
