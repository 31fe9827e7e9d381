"""Programs of people: API clients with a token or a session."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.test import APIClient

from accounts.api_tokens.services import create_token
from accounts.people.models import User
from marketplace.core.data.actors import person
from tests.accounts.conftest import count_queries
from tests.payments.conftest import payer_browser, sandbox, sandbox_process

# As in the tests of people and of payments.
__all__ = ["count_queries", "payer_browser", "sandbox", "sandbox_process"]


class Program(APIClient):
    """Speaks to /api/v1/ with a token; `key` is the Idempotency-Key of a POST."""

    def __init__(self, secret: str = "") -> None:
        super().__init__()
        if secret:
            self.credentials(HTTP_AUTHORIZATION=f"Bearer {secret}")

    def send(self, method: str, path: str, body: Any = None, *, key: str = "", **options: Any):
        headers = {"Idempotency-Key": key} if key else {}
        call = getattr(self, method.lower())
        options.setdefault("format", "json")
        return call(f"/api/v1/{path}", body, headers=headers, **options)

    def read(self, path: str, **query: Any):
        return self.get(f"/api/v1/{path}", query)

    def write(self, path: str, body: Any = None, **options: Any):
        return self.send("POST", path, body, **options)


def program(user: User, scopes: Sequence[str] = ("read", "write", "money")) -> Program:
    return Program(create_token(by=person(user), name="tests", scopes=scopes)[1])


@pytest.fixture
def program_of() -> Callable[..., Program]:
    return program


@pytest.fixture
def anybody() -> Program:
    """A program without a token."""
    return Program()


@pytest.fixture(autouse=True)
def _no_throttle_left_over():
    cache.clear()
