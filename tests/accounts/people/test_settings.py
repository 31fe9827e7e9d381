import pytest

from accounts.api_tokens.models import ApiToken
from accounts.notices.models import NoticeKind
from accounts.notices.queries import Ways, ways_of
from marketplace.core.data.events import events_of


@pytest.fixture
def clara(browser_of, client_person):
    return browser_of(client_person)


def test_name_and_time_zone_are_changed_and_the_name_recorded(clara, client_person):
    clara.post("/settings/", {"name": "Clara C.", "time_zone": "Asia/Tokyo"})
    client_person.refresh_from_db()
    assert (client_person.name, client_person.time_zone) == ("Clara C.", "Asia/Tokyo")
    assert events_of(client_person).last().particulars == {"earlier": "Clara Client"}


def test_a_time_zone_that_does_not_exist_is_refused(clara, client_person):
    answer = clara.post("/settings/", {"name": "Clara", "time_zone": "Mars/Olympus"})
    client_person.refresh_from_db()
    assert (answer.status_code, client_person.name) == (422, "Clara Client")


def test_preferences_are_kept_but_money_always_reaches_one(clara, client_person):
    clara.post("/settings/notices/", {"briefs_in_app": "on"})
    ways = ways_of([client_person])[client_person.pk]
    assert ways[NoticeKind.BRIEFS] == Ways(True, False)
    assert ways[NoticeKind.CONTRACTS] == Ways(False, False)
    assert ways[NoticeKind.MONEY] == Ways(True, True)


def test_a_new_token_is_shown_once(clara):
    data = {"name": "Export", "scopes": ["read"], "expires": "30"}
    answer = clara.post("/settings/tokens/", data)
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert secret not in clara.get("/settings/tokens/").content.decode()


def test_a_token_needs_a_fresh_proof(client, client_person):
    client.force_login(client_person)
    answer = client.post("/settings/tokens/", {"name": "x", "scopes": ["read"], "expires": ""})
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert ApiToken.objects.count() == 0


def test_a_stranger_revokes_no_foreign_token(clara, browser_of, stranger):
    clara.post("/settings/tokens/", {"name": "x", "scopes": ["read"], "expires": ""})
    token = ApiToken.objects.get()
    address = f"/settings/tokens/{token.public_id}/revocation/"
    assert browser_of(stranger).post(address).status_code == 404
    token.refresh_from_db()
    assert token.revoked_at is None
    clara.post(address)
    token.refresh_from_db()
    assert token.is_live is False


@pytest.mark.parametrize(
    "address",
    [
        "/account/email/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/2fa/webauthn/",
        "/account/2fa/webauthn/add/",
        "/account/2fa/recovery-codes/generate/",
        "/account/sessions/",
        "/account/reauthenticate/",
        "/account/logout/",
        "/account/3rdparty/",
        "/organisations/",
    ],
)
def test_every_page_of_the_account_stands_in_our_frame(clara, address):
    page = clara.get(address)
    assert page.status_code == 200
    assert 'class="site-header"' in page.content.decode()
    assert " style=" not in page.content.decode()
