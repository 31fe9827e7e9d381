"""How the OpenAPI document describes signing in by a token."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension

from accounts.models import ApiToken


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "accounts.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        scopes = "; ".join(f"`{scope}`: {scope.label.lower()}" for scope in ApiToken.Scope)
        return {
            "type": "http",
            "scheme": "bearer",
            "description": f"A token made under Settings, API tokens. Scopes: {scopes}.",
        }
