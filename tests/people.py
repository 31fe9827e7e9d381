"""The people of every test, and a browser for each of them."""

from collections.abc import Callable

import pytest
from django.http import HttpRequest
from django.test import Client

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.web.allauth_internals import record_authentication
from tests.factories.accounts import make_freelancer, make_organisation, make_user


@pytest.fixture(autouse=True)
def _cheap_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def client_person(db) -> User:
    """Owns the organisation `organisation`."""
    return make_user("Clara Client")


@pytest.fixture
def organisation(client_person: User) -> Organisation:
    return make_organisation(client_person)


@pytest.fixture
def freelancer_person(db) -> User:
    """Has a profile with one case study."""
    return make_freelancer()


@pytest.fixture
def stranger(db) -> User:
    return make_user("Sam Stranger")


@pytest.fixture
def moderator(db) -> User:
    return make_user("Mo Moderator", is_moderator=True, is_staff=True)


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    """A signed-in browser of a person, just authenticated."""
    return sign_in


def sign_in(user: User) -> Client:
    """Fresh proof and a second factor are recorded too, so that no act asks again."""
    browser = Client()
    browser.force_login(user)
    request = HttpRequest()
    request.session = browser.session
    for method in ("password", "mfa"):
        record_authentication(request, user, method=method, reauthenticated=True)
    request.session.save()
    return browser
