from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.api_tokens.errors import TokenNotLive
from accounts.api_tokens.models import ApiToken
from accounts.api_tokens.services import create_token, note_use, revoke_token, token_for
from marketplace.core.data.actors import person


@pytest.fixture
def made(client_person):
    return create_token(by=person(client_person), name="Export", scopes=["read"])


def test_the_secret_is_kept_nowhere(made):
    token, secret = made
    assert secret.startswith("hld_")
    row = ApiToken.objects.values().get()
    assert secret not in str(row)
    assert token_for(secret) == token


def test_an_unknown_secret_finds_nothing(made):
    assert token_for("hld_wrong") is None


def test_a_revoked_token_finds_nothing_and_stays_revoked(made, client_person):
    token, secret = made
    revoke_token(token=token, by=person(client_person))
    first = token.revoked_at
    with pytest.raises(TokenNotLive):
        revoke_token(token=token, by=person(client_person))
    token.refresh_from_db()
    assert (token_for(secret), token.revoked_at) == (None, first)


def test_an_expired_token_finds_nothing(client_person):
    ends = timezone.now() + timedelta(days=30)
    _, secret = create_token(by=person(client_person), name="x", scopes=["read"], expires_at=ends)
    with time_machine.travel(ends + timedelta(seconds=1)):
        assert token_for(secret) is None


def test_a_token_of_a_closed_account_finds_nothing(made, client_person):
    client_person.is_active = False
    client_person.save()
    assert token_for(made[1]) is None


def test_use_is_noted_at_most_once_a_minute(made, django_assert_num_queries):
    token, _ = made
    note_use(token=token)
    first = ApiToken.objects.get().last_used_at
    note_use(token=token)
    assert ApiToken.objects.get().last_used_at == first
