import pytest
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.test import APIRequestFactory

from accounts.api_tokens.authentication import TokenAuthentication
from accounts.api_tokens.services import create_token, revoke_token
from marketplace.core.data.actors import person


@pytest.fixture
def made(client_person):
    return create_token(by=person(client_person), name="Export", scopes=["read", "write"])


def authenticate(header: str):
    request = APIRequestFactory().get("/", headers={"Authorization": header} if header else {})
    return TokenAuthentication().authenticate(request)


def test_a_token_stands_for_its_person_with_its_scopes(made, client_person):
    user, token = authenticate(f"Bearer {made[1]}")
    assert (user, token.scopes) == (client_person, ["read", "write"])
    token.refresh_from_db()
    assert token.last_used_at is not None


@pytest.mark.parametrize("header", ["", "Basic abc"])
def test_other_ways_of_signing_in_are_left_to_others(db, header):
    assert authenticate(header) is None


@pytest.mark.parametrize("header", ["Bearer hld_wrong", "Bearer ", "bearer \xff"])
def test_a_wrong_token_is_refused(db, header):
    with pytest.raises(AuthenticationFailed):
        authenticate(header)


def test_a_revoked_token_is_refused(made, client_person):
    token, secret = made
    revoke_token(token=token, by=person(client_person))
    with pytest.raises(AuthenticationFailed):
        authenticate(f"Bearer {secret}")
