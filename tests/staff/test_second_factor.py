"""Staff show a second factor before their first act; nobody else has to."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client

from marketplace.core.web.allauth_internals import record_authentication

STAFF = ["/staff/", "/staff/ledger/", "/admin/", "/admin/accounts/user/"]


@pytest.fixture(autouse=True)
def _nothing_counted_before(db):
    cache.clear()


def by_password(user) -> Client:
    """A browser in which the password was typed a moment ago, and nothing else."""
    browser = Client()
    browser.force_login(user)
    request = HttpRequest()
    request.session = browser.session
    record_authentication(request, user, method="password", reauthenticated=True)
    request.session.save()
    return browser


def code_of(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


@pytest.mark.parametrize("address", STAFF)
def test_who_has_none_is_led_to_set_one_up(moderator, address):
    browser = by_password(moderator)
    answer = browser.get(address, follow=True)
    assert answer.redirect_chain == [("/account/2fa/", 302)]
    assert "Staff pages ask for a second factor" in answer.content.decode()


@pytest.mark.django_db(transaction=True)  # it is noted once the set-up is committed
def test_setting_one_up_opens_the_staff_pages(moderator):
    browser = by_password(moderator)
    browser.get("/account/2fa/totp/activate/")
    secret = browser.session["mfa.totp.secret"]
    browser.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert "Go on to the staff pages" in browser.get("/account/2fa/").content.decode()
    assert [browser.get(address).status_code for address in STAFF] == [200] * 4


@pytest.mark.parametrize("address", STAFF)
def test_who_has_one_shows_it_and_comes_back(moderator, address):
    secret = generate_totp_secret()
    TOTP.activate(moderator, secret)
    browser = by_password(moderator)
    asked = browser.get(address)["Location"]
    assert asked.startswith("/account/2fa/reauthenticate/?next=")
    back = browser.post(asked, {"code": code_of(secret)}, follow=True)
    assert (back.redirect_chain[-1][0], back.status_code) == (address, 200)


def test_an_act_is_not_done_without_it(moderator, stranger):
    browser = by_password(moderator)
    address = f"/staff/people/{stranger.public_id}/suspension/"
    assert browser.post(address, {"why": "Spam."})["Location"] == "/account/2fa/"
    stranger.refresh_from_db()
    assert stranger.is_active is True


def test_without_the_last_one_the_pages_close_again(moderator, browser_of):
    TOTP.activate(moderator, generate_totp_secret())
    browser = browser_of(moderator)
    assert browser.get("/staff/").status_code == 200
    browser.post("/account/2fa/totp/deactivate/")
    assert Authenticator.objects.count() == 0
    assert browser.get("/staff/")["Location"] == "/account/2fa/"


def test_nobody_else_needs_one(client_person):
    assert by_password(client_person).get("/settings/").status_code == 200
    assert by_password(client_person).get("/staff/").status_code == 403


def test_in_the_demo_one_click_stands_for_it(moderator, settings):
    settings.DEMO = True
    moderator.is_demo = True
    moderator.save()
    browser = Client()
    browser.post(f"/demo-sign-in/{moderator.public_id}/")
    assert browser.get("/staff/").status_code == 200
