"""Keys for programs: the secret is shown once, its SHA-256 is kept."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.api_tokens.errors import TokenNotLive
from accounts.api_tokens.models import ApiToken
from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock

PREFIX = "hld_"
# A token's last use is kept to the minute, so that reading does not mean writing.
USE_PRECISION = timedelta(minutes=1)


def digest_of(secret: str) -> str:
    """The secret has 256 random bits, so a fast hash without salt is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def create_token(
    *, by: Actor, name: str, scopes: Sequence[str], expires_at: datetime | None = None
) -> tuple[ApiToken, str]:
    """Make a token of the acting person; returns it with its secret, which is kept nowhere."""
    secret = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        user=by.user,
        name=name,
        digest=digest_of(secret),
        ending=secret[-4:],
        scopes=list(scopes),
        expires_at=expires_at,
    )
    record("api_token.created", subject=token, actor=by, particulars={"scopes": list(scopes)})
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by: Actor) -> None:
    """Make a token useless from now on; writes an event."""
    lock(token)
    if not token.is_live:
        raise TokenNotLive
    token.revoked_at = timezone.now()
    token.save(update_fields=["revoked_at"])
    record("api_token.revoked", subject=token, actor=by)


@transaction.atomic
def end_tokens(*, user: User, by: Actor) -> int:
    """End all live tokens with the password that their owner had; returns how many they were."""
    tokens = [token for token in ApiToken.objects.filter(user=user) if token.is_live]
    for token in tokens:
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])
        particulars = {"with": "password"}
        record("api_token.revoked", subject=token, actor=by, particulars=particulars)
    return len(tokens)


def token_for(secret: str) -> ApiToken | None:
    """The live token of an active person that has this secret."""
    token = (
        ApiToken.objects.select_related("user")
        .filter(digest=digest_of(secret), user__is_active=True)
        .first()
    )
    return token if token and token.is_live else None


def note_use(*, token: ApiToken) -> None:
    """Keep when the token was last used, at most one write a minute."""
    now = timezone.now()
    ApiToken.objects.filter(
        Q(last_used_at=None) | Q(last_used_at__lt=now - USE_PRECISION), pk=token.pk
    ).update(last_used_at=now)
