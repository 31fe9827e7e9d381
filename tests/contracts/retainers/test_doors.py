"""Who gets in: every page and endpoint of a period, for everybody who may come by."""

import pytest
from django.test import Client
from django.urls import reverse

from contracts.retainers.api.urls import urlpatterns as api_routes
from contracts.retainers.urls import urlpatterns as page_routes
from tests.contracts.timesheets.test_doors import (
    FREELANCER,
    HIRING,
    PAYING,
    SIDES,
    SIGNING,
    let_in,
)
from tests.factories.accounts import make_member
from tests.factories.retainers import period_of
from tests.people import sign_in

# Who gets past the gate, and with which subject.
PAGES = {
    ("retainer_terms_proposal", "get"): ("contract", SIGNING),
    ("retainer_change_order", "get"): ("contract", SIGNING),
    ("period", "get"): ("period", SIDES),
    ("period_funding", "get"): ("period", PAYING),
    ("period_time", "get"): ("period", FREELANCER),
    ("period_timer", "post"): ("period", FREELANCER),
    ("period_report", "get"): ("period", FREELANCER),
    ("period_approval", "get"): ("period", HIRING),
    ("period_waiver", "get"): ("period", HIRING),
    ("period_cancellation", "get"): ("period", SIGNING),
}
ENDPOINTS = {
    ("period", "get"): ("period", SIDES),
    ("period_funding", "post"): ("period", PAYING),
    ("period_time_entries", "post"): ("period", FREELANCER),
    ("period_report", "post"): ("period", FREELANCER),
    ("period_approval", "post"): ("period", HIRING),
    ("period_waiver", "post"): ("period", HIRING),
    ("period_cancellation", "post"): ("period", SIGNING),
}


@pytest.fixture
def subjects(retainer):
    return {"contract": retainer, "period": period_of(retainer, 1)}


@pytest.fixture
def browsers(organisation, client_person, freelancer_person, stranger, moderator):
    people = {"owner": client_person, "freelancer": freelancer_person}
    people |= {"stranger": stranger, "staff": moderator}
    roles = ("hiring_manager", "finance", "viewer")
    people |= {role: make_member(organisation, role).user for role in roles}
    return {role: sign_in(person) for role, person in people.items()}


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


def test_no_door_is_forgotten():
    assert {name for name, _ in PAGES} == {route.name for route in page_routes}
    assert {name for name, _ in ENDPOINTS} == {route.name for route in api_routes}
