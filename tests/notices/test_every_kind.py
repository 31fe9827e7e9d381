"""Whatever people are called and write: every kind of notice is heard, and is only text."""

import re

import pytest

from accounts.letters.texts import as_plain_text
from accounts.notices.models import Notification
from accounts.notices.registry import told_verbs
from accounts.notices.services.notifications import deliver_notices, send_notification_email
from marketplace.core.data.models import Event
from tests.notices.world import BAIT, WHY, World

pytestmark = pytest.mark.django_db
HREF = re.compile(r'href="([^"]*)"')
SHEET = re.compile(r'<div class="sheet">(.*)</div>\s*<div class="foot">', re.DOTALL)
OURS = re.compile(r"</?(?:h1|p|br|blockquote|ul|li|a)\b[^>]*>")


def happened(verb: str, world: World) -> Event:
    subject = world.subjects[verb.partition(".")[0]]
    return Event.objects.create(
        verb=verb,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        actor=world.actor,
        role="staff",
        why=WHY,
        from_state="processing",
        particulars=world.particulars(world.freelancer),
    )


def told_of(verb: str, world: World) -> list[Notification]:
    noun = verb.partition(".")[0]
    return deliver_notices(event=happened(verb, world)) if noun in world.subjects else []


@pytest.fixture
def told() -> list[Notification]:
    """Everything that anybody is told of one event of each kind."""
    world = World()
    kinds = [verb for verb in told_verbs() if not verb.startswith("test.")]
    assert [verb for verb in kinds if not told_of(verb, world)] == []
    return list(Notification.objects.select_related("user").order_by("id"))


def test_every_kind_fits_and_is_text(told, mailoutbox, settings):
    assert max(len(notification.subject) for notification in told) <= 200
    for notification in told:
        send_notification_email(notification=notification)
    for notification, letter in zip(told, mailoutbox, strict=True):
        sheet = SHEET.search(letter.alternatives[0][0])[1]
        assert "<" not in OURS.sub("", sheet)
        assert set(HREF.findall(sheet)) == {f"{settings.SITE_URL}{notification.url}"}
        assert "https://evil" not in sheet + letter.body
        assert "www.evil.example" not in sheet + letter.body
        assert "\\" not in letter.body


def test_what_was_typed_is_read_as_it_was_typed(told):
    quoted = next(notice for notice in told if notice.event.verb == "contract.paused")
    assert quoted.body[-1] == {"kind": "quotation", "text": WHY}
    assert BAIT.strip() in as_plain_text(quoted.body)
