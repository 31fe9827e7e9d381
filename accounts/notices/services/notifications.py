"""Telling people what happened, in the app and by email, as each of them prefers."""

from collections.abc import Mapping

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.letters.services import absolute, letter, send_once
from accounts.letters.texts import stored, without_links
from accounts.notices.models import NoticeKind, NoticePreference, Notification
from accounts.notices.queries import Ways, ways_of
from accounts.notices.registry import Notice, notices_of
from accounts.notices.services.unsubscribing import unsubscribe_token
from accounts.people.models import User
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.jobs import enqueue
from marketplace.core.data.models import Event


@transaction.atomic
def deliver_notices(*, event: Event) -> list[Notification]:
    """Make a notification for everybody whom `event` concerns; delivering again adds none.

    Enqueues one email for each that wants it.
    """
    wanted = notices_of(event)
    ways = ways_of([user for user, _ in wanted])
    delivered = (
        _notify(user, notice, event, ways[user.pk][notice.kind]) for user, notice in wanted
    )
    return [notification for notification in delivered if notification]


def _notify(user: User, notice: Notice, event: Event, ways: Ways) -> Notification | None:
    if not (ways.in_app or ways.email):
        return None
    notification, is_new = Notification.objects.get_or_create(
        event=event,
        user=user,
        kind=notice.kind,
        defaults={
            "subject": notice.subject,
            "body": stored(notice.body),
            "url": notice.url,
            "action": notice.action,
            "is_shown": ways.in_app,
        },
    )
    if is_new and ways.email:
        enqueue("accounts.send_notification_email", notification_id=notification.pk)
    return notification


def send_notification_email(*, notification: Notification) -> bool:
    """Send a notification's email unless it was sent; calls the mail server."""
    kind = NoticeKind(notification.kind)
    unsubscribe = ""
    if not kind.is_always_emailed:
        token = unsubscribe_token(user=notification.user, kind=kind)
        unsubscribe = absolute(reverse("accounts:unsubscribe", args=[token]))
    return send_once(
        notification,
        lambda: letter(
            to=notification.user.email,
            subject=notification.subject,
            parts=without_links(notification.body),
            url=notification.url,
            action=notification.action,
            footer=f"You get this because it concerns you ({kind.label.lower()}).",
            unsubscribe=unsubscribe,
            identifier=str(notification.public_id),
        ),
    )


def mark_read(*, notification: Notification) -> None:
    Notification.objects.filter(pk=notification.pk, read_at=None).update(read_at=timezone.now())


def mark_unread(*, notification: Notification) -> None:
    Notification.objects.filter(pk=notification.pk).update(read_at=None)


def mark_all_read(*, user: User) -> int:
    """Mark every unread notification of `user`; returns how many."""
    return user.notifications.filter(read_at=None).update(read_at=timezone.now())


@transaction.atomic
def preference_facts(ways: Mapping[NoticeKind, Ways]) -> dict[str, bool]:
    """Wishes as facts that are edited, by kind and way."""
    return {f"{kind}_{way}": on for kind in ways for way, on in ways[kind]._asdict().items()}


@transaction.atomic
def set_preferences(*, user: User, wishes: Mapping[NoticeKind, Ways], seen: str = "") -> None:
    """Keep how `user` wants to hear of each kind; what is always emailed stays so.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    User.objects.select_for_update().get(pk=user.pk)
    refuse_passed_version(
        seen,
        wanted=preference_facts(wishes),
        stored=lambda: preference_facts(ways_of([user])[user.pk]),
    )
    for kind, ways in wishes.items():
        NoticePreference.objects.update_or_create(
            user=user,
            kind=kind,
            defaults={
                "in_app": ways.in_app or kind.is_always_emailed,
                "email": ways.email or kind.is_always_emailed,
            },
        )
