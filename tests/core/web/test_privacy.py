"""What is shown to somebody in particular is kept nowhere on the way."""

import pytest
from django.test import Client

from accounts.api_tokens.services import create_token
from accounts.organisations.models.organisations import Membership
from accounts.organisations.services.invitations import invitation_token, invite
from marketplace.core.data.actors import person
from tests.factories.accounts import PASSWORD
from tests.factories.projects import make_attachment, make_brief

PRIVATE = "private, no-store"


@pytest.mark.parametrize(
    ("address", "status"),
    [("/settings/", 200), ("/", 200), ("/organisations/", 200), ("/proposals/new/", 404)]
    + [("/staff/", 403), ("/notifications/", 200), ("/api/v1/me/", 200)],
)
def test_answers_to_a_person_are_kept_nowhere(browser_of, client_person, address, status):
    answer = browser_of(client_person).get(address)
    assert (answer.status_code, answer.headers.get("Cache-Control")) == (status, PRIVATE)


def test_nor_are_files_programs_answers_and_the_signing_in(
    browser_of, client_person, organisation, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    _, secret = create_token(by=person(client_person), name="Export", scopes=["read"])
    attachment = make_attachment(make_brief(organisation))
    data = {"login": client_person.email, "password": PASSWORD}
    answers = [
        browser_of(client_person).get(f"/brief-files/{attachment.public_id}/"),
        Client().get("/api/v1/me/", headers={"Authorization": f"Bearer {secret}"}),
        Client().get("/api/v1/me/", headers={"Authorization": "Bearer hld_wrong"}),
        Client().post("/account/login/", data),
    ]
    assert [answer.headers["Cache-Control"] for answer in answers] == [PRIVATE] * 4


def test_a_link_with_a_secret_is_private_although_nobody_is_signed_in(client_person, organisation):
    by, role = person(client_person), Membership.Role.VIEWER
    invited = invite(organisation=organisation, email="new@example.com", role=role, by=by)
    for address in (f"/join/{invitation_token(invited)}/", "/unsubscribe/nonsense/"):
        assert Client().get(address).headers["Cache-Control"] == PRIVATE


def test_what_is_everybodys_may_be_kept(db):
    assert "Cache-Control" not in Client().get("/").headers
    assert "Cache-Control" not in Client().get("/how-it-works/").headers
