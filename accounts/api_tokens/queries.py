from django.db.models import QuerySet

from accounts.api_tokens.models import ApiToken
from accounts.people.models import User


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """Every token of `user`, revoked ones too, newest first."""
    return ApiToken.objects.filter(user=user).order_by("-id")
