"""Signing in: what guessing gets, and what a new password ends."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.test import Client

from accounts.api_tokens.models import ApiToken
from accounts.api_tokens.services import create_token
from marketplace.core.data.actors import person
from marketplace.core.data.events import events_of
from tests.factories.accounts import PASSWORD

NEW = "a stable for the horse"


@pytest.fixture(autouse=True)
def _nothing_counted_before(db):
    cache.clear()


def sign_in(email: str, password: str, address: str = "203.0.113.1"):
    data = {"login": email, "password": password}
    return Client(REMOTE_ADDR=address).post("/account/login/", data)


def is_in(answer) -> bool:
    return answer.status_code == 302


def test_a_sign_in_hashes_once_whoever_it_is(client_person, stranger, monkeypatch):
    stranger.set_unusable_password()
    stranger.save()
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self, password, salt):
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    tries = [(each, "wrong") for each in (client_person.email, stranger.email, "x@example.com")]
    for count, (email, password) in enumerate([*tries, (client_person.email, PASSWORD)], 1):
        answer = sign_in(email, password)
        assert (len(hashed), is_in(answer)) == (count, password == PASSWORD)


def test_guessing_from_one_address_keeps_the_owner_out_from_no_other(client_person):
    for _ in range(6):
        refused = sign_in(client_person.email, "guess")
    assert "Too many wrong passwords" in refused.content.decode()
    assert not is_in(sign_in(client_person.email, PASSWORD))
    assert is_in(sign_in(client_person.email, PASSWORD, "198.51.100.7"))
    assert is_in(sign_in(client_person.email, PASSWORD, "2001:db8:1::1"))


def test_guessing_from_many_is_slowed_and_a_code_by_email_is_the_way_in(
    client_person, mailoutbox, settings
):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {
        "login_failed_anywhere": "8/h/key"
    }
    token, _ = create_token(by=person(client_person), name="Export", scopes=["read"])
    for number in range(8):
        sign_in(client_person.email, "guess", f"203.0.113.{number}")
    refused = sign_in(client_person.email, PASSWORD, "198.51.100.7")
    assert "from several places" in refused.content.decode()
    answer = reset(client_person.email, mailoutbox)
    assert answer.wsgi_request.user == client_person
    token.refresh_from_db()
    assert token.is_live is False
    assert is_in(sign_in(client_person.email, NEW, "198.51.100.7"))


def reset(email: str, mailoutbox):
    browser = Client(REMOTE_ADDR="198.51.100.7")
    browser.post("/account/password/reset/", {"email": email})
    code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]+)$", mailoutbox[-1].body, re.M)
    browser.post("/account/password/reset/confirm/", {"code": code.group(1)})
    return browser.post(
        "/account/password/reset/complete/", {"password1": NEW, "password2": NEW}, follow=True
    )


def test_right_passwords_are_not_counted(client_person):
    assert [is_in(sign_in(client_person.email, PASSWORD)) for _ in range(7)] == [True] * 7


def test_a_new_password_ends_every_token_and_says_so(browser_of, client_person, mailoutbox):
    browser, by = browser_of(client_person), person(client_person)
    for name in ("Export", "Reports"):
        create_token(by=by, name=name, scopes=["read", "money"])
    other = create_token(by=by, name="Old", scopes=["read"])[0]
    ApiToken.objects.filter(pk=other.pk).update(revoked_at="2026-01-01T00:00:00Z")
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    page = browser.post("/account/password/change/", data, follow=True).content.decode()
    assert "2 API tokens ended with the old password" in page
    assert [token.is_live for token in ApiToken.objects.all()] == [False] * 3
    event = events_of(ApiToken.objects.first()).last()
    assert (event.verb, event.particulars) == ("api_token.revoked", {"with": "password"})
    assert "API tokens no longer work" in mailoutbox[-1].body
