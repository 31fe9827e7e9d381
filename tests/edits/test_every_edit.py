"""Two tabs edit one thing, whatever it is: the later one is told, sees both, and chooses."""

from typing import Any

import pytest
from django.urls import reverse

from accounts.organisations.services.organisations import add_member
from accounts.people.models import User
from marketplace.core.data.actors import client
from marketplace.core.web.editing import sent_by
from tests.factories.accounts import make_case_study, make_user
from tests.factories.contracts import make_offer
from tests.factories.timesheets import make_hourly_offer
from tests.people import sign_in

pytestmark = pytest.mark.django_db


def opened(tab: Any, address: str) -> dict[str, Any]:
    """What a browser would send of the page that was opened now."""
    context = tab.get(address).context
    data = {bound.html_name: sent_by(bound) for bound in context["form"]}
    rows = context.get("tool_rows") or context.get("rows") or []
    for form in [*rows, *([rows.management_form] if rows else [])]:
        data |= {bound.html_name: sent_by(bound) for bound in form}
    return data | {"edit_version": context["editing"].edit_version}


def is_told(tab: Any, page: str, name: str, theirs: Any, mine: Any, **also: Any) -> None:
    """`also` is sent along by both, and is no part of what is stored."""
    first, second = opened(tab, page) | also, opened(tab, page) | also
    assert tab.post(page, first | {name: theirs}).status_code == 302, page
    answer = tab.post(page, second | {name: mine})
    assert answer.status_code == 409, page
    editing = answer.context["editing"]
    assert [each.is_taken for each in editing.differences] == [False], editing.differences
    stored = opened(tab, page)
    assert stored["edit_version"] == editing.edit_version
    assert _plain(stored[name]) == _plain(theirs)
    again = second | {name: mine, "edit_version": editing.edit_version}
    assert tab.post(page, again).status_code == 302, page
    assert _plain(opened(tab, page)[name]) == _plain(mine)
    assert tab.post(page, again).status_code == 302, "to want what is stored is no conflict"


def _plain(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


def test_a_freelancer_is_told(freelancer_person):
    tab = sign_in(freelancer_person)
    study = make_case_study(freelancer_person.freelancer_profile)
    for route, name, theirs, mine in [
        ("accounts:profile_basics", "headline", "Theirs", "Mine"),
        ("accounts:profile_basics", "time_zone", "Europe/Rome", "Asia/Tokyo"),
        ("accounts:profile_expertise", "industries", ["retail"], ["energy"]),
        ("accounts:profile_expertise", "tools-0-name", "dbt", "Spark"),
        ("accounts:profile_rates", "fixed_from", "900", "950"),
        ("accounts:settings", "name", "Frida Theirs", "Frida Mine"),
        ("payments:billing_details", "legal_name", "Theirs", "Mine"),
    ]:
        also = {"tools-0-years": "3", "tools-0-last_used": "2026"} if "tools" in name else {}
        also |= {"address": "Via Roma 1", "country": "IT"} if "billing" in route else {}
        is_told(tab, reverse(route), name, theirs, mine, **also)
    is_told(tab, reverse("accounts:case_study", args=[study.public_id]), "data", "Theirs", "Mine")


def test_a_client_is_told(client_person, organisation):
    tab = sign_in(client_person)
    member = add_member(
        organisation=organisation, user=make_user(), role="viewer", by=client(client_person)
    )
    edit = reverse("accounts:organisation_edit", args=[organisation.public_id])
    is_told(tab, edit, "about", "Theirs", "Mine", country="IT")
    role = reverse("accounts:membership_role", args=[member.public_id])
    is_told(tab, role, "role", "finance", "hiring_manager")
    billing = reverse("payments:billing_details_of", args=[organisation.public_id])
    also = {"legal_name": "Meridian", "country": "IT"}
    is_told(tab, billing, "address", "Via Roma 1", "Via Milano 2", **also)


def test_who_revises_the_terms_is_told(organisation, client_person, freelancer_person):
    contract = make_offer(organisation, client_person, freelancer_person)
    tab = sign_in(freelancer_person)
    address = reverse("contracts:terms_proposal", args=[contract.public_id])
    mine = opened(tab, address) | {"note": "Shorter.", "review_days": "5"}
    other = opened(tab, address) | {"note": "Cheaper.", "milestones-0-amount": "2,000"}
    assert tab.post(address, other).status_code == 302
    answer = tab.post(address, mine)
    assert answer.status_code == 409
    told = {each.label: each.is_taken for each in answer.context["editing"].differences}
    assert told == {"Review period in days": False, "Milestones": True}
    assert contract.versions.count() == 2
    assert answer.context["rows"].forms[0]["amount"].value() == "2000"


def test_who_revises_terms_by_the_hour_is_told(organisation, client_person, freelancer_person):
    contract = make_hourly_offer(organisation, client_person, freelancer_person)
    address = reverse("contracts:hourly_terms_proposal", args=[contract.public_id])
    tab = sign_in(freelancer_person)
    mine = opened(tab, address) | {"note": "Fewer hours.", "weekly_hours": "10"}
    other = opened(tab, address) | {"note": "Dearer.", "rate": "90"}
    assert tab.post(address, other).status_code == 302
    answer = tab.post(address, mine)
    assert answer.status_code == 409
    told = {each.label: each.is_taken for each in answer.context["editing"].differences}
    assert told == {"Rate for an hour": True, "Most hours in a week": False}
    assert contract.versions.count() == 2
    assert answer.context["form"]["rate"].value() == "90"


def test_steps_of_one_profile_do_not_conflict(freelancer_person):
    tab = sign_in(freelancer_person)
    basics, rates = reverse("accounts:profile_basics"), reverse("accounts:profile_rates")
    first, second = opened(tab, basics), opened(tab, rates)
    assert tab.post(basics, first | {"headline": "New"}).status_code == 302
    assert tab.post(rates, second | {"fixed_from": "900.00"}).status_code == 302


def test_boxes_that_another_tab_ticked_stay_ticked(freelancer_person, moderator):
    User.objects.filter(pk=moderator.pk).update(is_superuser=True)
    powers = reverse("accounts:staff_powers", args=[freelancer_person.public_id])
    why = {"why": "On duty from Monday on."}
    for person, page, theirs, mine in [
        (freelancer_person, reverse("accounts:settings_notices"), "briefs_email", "briefs_in_app"),
        (moderator, powers, "is_moderator", "is_staff"),
    ]:
        tab = sign_in(person)
        first, second = opened(tab, page) | why, opened(tab, page) | why
        was_on = bool(first[theirs])
        for data, name in ((first, theirs), (second, mine)):
            data[name] = [] if data[name] else ["on"]
        assert tab.post(page, first).status_code == 302
        answer = tab.post(page, second)
        form, editing = answer.context["form"], answer.context["editing"]
        assert (answer.status_code, form[theirs].value()) == (409, not was_on)
        assert [each.is_taken for each in editing.differences] in ([True, False], [False, True])
