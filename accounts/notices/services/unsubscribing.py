"""Stopping the emails of one kind by the signed link in each of them."""

from django.core import signing

from accounts.notices.models import NoticeKind, NoticePreference
from accounts.people.models import User

SALT = "accounts.unsubscribe"


def unsubscribe_token(*, user: User, kind: NoticeKind) -> str:
    """A link's token: no secret, only proof that we wrote it; it never expires."""
    return signing.dumps([str(user.public_id), kind.value], salt=SALT)


def read_unsubscribe_token(token: str) -> tuple[User, NoticeKind] | None:
    """Whom and what a token is about; None for one that we did not write."""
    try:
        public_id, kind = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    user = User.objects.filter(public_id=public_id).first()
    return (user, NoticeKind(kind)) if user else None


def unsubscribe(*, user: User, kind: NoticeKind) -> None:
    """Send `user` no more emails of `kind`; notices in the app stay as they were."""
    NoticePreference.objects.update_or_create(user=user, kind=kind, defaults={"email": False})
