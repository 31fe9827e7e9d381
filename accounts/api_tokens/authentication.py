from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts.api_tokens.models import ApiToken
from accounts.api_tokens.services import note_use, token_for
from accounts.people.models import User


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer hld_…`; `request.auth` is then the ApiToken with its scopes."""

    keyword = "Bearer"

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        kind, _, secret = get_authorization_header(request).decode("latin-1").partition(" ")
        if kind.lower() != self.keyword.lower():
            return None
        token = token_for(secret.strip())
        if token is None:
            raise AuthenticationFailed("This token is unknown, expired or revoked.")
        note_use(token=token)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        return self.keyword


class TokenScheme(OpenApiAuthenticationExtension):
    """How the OpenAPI document describes it."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        scopes = ". ".join(f"`{scope}`: {scope.label}" for scope in ApiToken.Scope)
        return {
            "type": "http",
            "scheme": "bearer",
            "description": f"A token made in Settings, API tokens. Its scopes: {scopes}.",
        }
