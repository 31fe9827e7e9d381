"""Fresh proof of people who came by Google or GitHub and have no password."""

import time

import pytest
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from django.http import HttpRequest
from django.test import Client

from accounts.api_tokens.models import ApiToken
from accounts.notices.models import NoticeKind
from accounts.notices.queries import Ways, ways_of
from marketplace.core.web.allauth_internals import record_authentication
from payments.payouts.models.payees import Payee
from tests.factories.accounts import PASSWORD

HOURS = 5 * 3600
TOKEN = {"name": "Export", "scopes": ["read", "money"], "expires": "30"}


@pytest.fixture
def by_github(stranger, settings):
    """Somebody who has only ever come by GitHub."""
    app = {"client_id": "id", "secret": "secret"}
    settings.SOCIALACCOUNT_PROVIDERS = {"github": {"APPS": [app]}}
    stranger.set_unusable_password()
    stranger.save()
    SocialAccount.objects.create(user=stranger, provider="github", uid="4711")
    return stranger


def browser_since(user, seconds: int) -> Client:
    """A browser that signed in by GitHub so many seconds ago."""
    browser = Client()
    browser.force_login(user)
    request = HttpRequest()
    request.session = browser.session
    record_authentication(request, user, method="socialaccount", reauthenticated=True)
    request.session["account_authentication_methods"][-1]["at"] = time.time() - seconds
    request.session.save()
    return browser


@pytest.fixture
def stale(by_github):
    return browser_since(by_github, HOURS)


@pytest.fixture
def github(monkeypatch):
    """What GitHub tells about whoever comes back from it; their side of the wire alone."""
    told = {"id": 4711, "login": "sam", "name": "Sam", "email": "sam@example.com"}
    monkeypatch.setattr(
        OAuth2Client, "get_access_token", lambda *_, **__: {"access_token": "secret"}
    )
    monkeypatch.setattr(
        GitHubOAuth2Adapter,
        "complete_login",
        lambda self, *_, **__: self.get_provider().sociallogin_from_response(self.request, told),
    )
    return told


def test_a_session_of_five_hours_makes_no_token_and_opens_no_onboarding(stale):
    for address, data in (("/settings/tokens/", TOKEN), ("/money/onboarding/", {"country": "DE"})):
        answer = stale.post(address, data)
        assert answer["Location"].startswith("/proof/?next=")
    answer = stale.post("/api/v1/payout-account/onboarding/", {"country": "DE"})
    assert (answer.status_code, answer.json()["code"]) == (403, "fresh_sign_in_needed")
    assert (ApiToken.objects.count(), Payee.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "address",
    ["/account/password/set/", "/account/2fa/totp/activate/", "/account/2fa/webauthn/add/"],
)
def test_nor_does_it_give_itself_another_way_to_sign_in(stale, by_github, address):
    data = {"password1": "correct horse battery", "password2": "correct horse battery"}
    assert stale.post(address, data)["Location"].startswith("/proof/?next=")
    by_github.refresh_from_db()
    assert (by_github.has_usable_password(), by_github.authenticator_set.count()) == (False, 0)


def test_who_signed_in_a_moment_ago_is_not_asked(by_github):
    browser_since(by_github, 60).post("/settings/tokens/", TOKEN)
    assert ApiToken.objects.get().scopes == ["read", "money"]


def to_github(stale, address: str) -> str:
    """Presses the only button of the page; the state that GitHub gives back."""
    page = stale.get(address)
    (way,) = page.context["ways"]
    assert f'action="{way["url"].replace("&", "&amp;")}"' in page.content.decode()
    sent = stale.post(way["url"])["Location"]
    assert "prompt=select_account" in sent
    return sent.split("state=")[1].split("&")[0]


def test_proof_by_the_same_account_goes_on_with_what_was_posted(stale, github):
    asked = stale.post("/settings/tokens/", TOKEN)["Location"]
    state = to_github(stale, asked)
    back = stale.get("/account/github/login/callback/", {"code": "x", "state": state})
    assert back["Location"].startswith("/proof/return/")
    assert "hld_" in stale.get(back["Location"]).content.decode()
    assert ApiToken.objects.get().name == "Export"


def test_proof_by_another_account_is_none(stale, github, client_person):
    SocialAccount.objects.create(user=client_person, provider="github", uid="999")
    asked = stale.post("/settings/tokens/", TOKEN)["Location"]
    for uid in (999, 1234):
        github["id"] = uid
        state = to_github(stale, asked)
        back = stale.get("/account/github/login/callback/", {"code": "x", "state": state})
        again = stale.get(back["Location"], follow=True)
        assert "not the account you sign in with" in again.content.decode()
    assert ApiToken.objects.count() == 0


def test_without_the_provider_a_code_by_email_leads_to_a_password(stale, settings):
    settings.SOCIALACCOUNT_PROVIDERS = {}
    page = stale.get("/proof/")
    assert page.context["ways"] == []
    assert "/account/password/reset/" in page.content.decode()


def test_a_form_whose_address_has_a_query_is_kept_across_the_proof(client_person):
    browser = browser_since(client_person, HOURS)
    asked = browser.post("/settings/notices/?from=mail", {"briefs_in_app": "on"})["Location"]
    assert asked == "/account/reauthenticate/?next=%2Fsettings%2Fnotices%2F"
    assert ways_of([client_person])[client_person.pk][NoticeKind.BRIEFS] == Ways(True, True)
    browser.post(asked, {"password": PASSWORD})
    assert ways_of([client_person])[client_person.pk][NoticeKind.BRIEFS] == Ways(True, False)


def test_a_person_of_the_demo_goes_on_with_one_click(stranger, settings):
    settings.DEMO = True
    stranger.is_demo = True
    stranger.set_unusable_password()
    stranger.save()
    browser = browser_since(stranger, HOURS)
    asked = browser.post("/settings/tokens/", TOKEN)["Location"]
    assert "Confirm as Sam Stranger" in browser.get(asked).content.decode()
    demo = f"/demo-sign-in/{stranger.public_id}/"
    assert "hld_" in browser.post(demo, {"next": "/settings/tokens/"}).content.decode()
