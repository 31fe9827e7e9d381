"""Who may do what with API tokens: pure predicates of a user and a subject."""

from typing import Any

from accounts.api_tokens.models import ApiToken


def owns_token(user: Any, token: ApiToken) -> bool:
    return token.user_id == user.pk
