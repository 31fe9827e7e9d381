"""An event becomes notices: once, to those concerned, as each prefers."""

import pytest

from accounts.desk.queries import standing_of
from accounts.letters.services import MailUnderWay
from accounts.letters.texts import Quotation, subject_line
from accounts.notices.models import NoticeKind, Notification
from accounts.notices.queries import Ways
from accounts.notices.registry import Notice, builder_for, notice_for
from accounts.notices.services import notifications
from accounts.organisations.models.organisations import Membership
from marketplace.core.data.actors import person
from marketplace.core.data.events import record
from marketplace.core.data.models import Event
from tests.factories.accounts import make_member
from tests.jobs import run_jobs

VERB = "test.happened"


@pytest.fixture
def colleague(organisation):
    return make_member(organisation, Membership.Role.FINANCE).user


@pytest.fixture
def happening(organisation, client_person, colleague):
    """A function that makes an event of which both members are to hear, its actor too if asked."""
    if builder_for(VERB) is None:

        @notice_for(VERB)
        def built(event):
            yield Notice(
                recipients=list(event.subject.members.order_by("id")),
                kind=NoticeKind.MILESTONES,
                subject=subject_line("It happened"),
                body=["Plain **words**.", Quotation(event.why)],
                url="/desk/",
                action="See it",
                to_actor=event.particulars.get("to_actor", False),
            )

    def happen(why="", **particulars):
        return record(
            VERB,
            subject=organisation,
            actor=person(client_person),
            why=why,
            particulars=particulars,
        )

    return happen


def told():
    return [(row.user.name, row.is_shown) for row in Notification.objects.order_by("id")]


def test_those_concerned_hear_of_it_in_the_app_and_by_email(happening, mailoutbox):
    happening()
    run_jobs()
    assert told() == [("Mara Member", True)]
    assert [(letter.subject, letter.to) for letter in mailoutbox] == [
        ("It happened", [Notification.objects.get().user.email])
    ]


def test_the_actor_hears_of_it_only_on_purpose(happening):
    happening(to_actor=True)
    run_jobs()
    assert told() == [("Clara Client", True), ("Mara Member", True)]


def test_delivering_twice_tells_once(happening, mailoutbox):
    event = Event.objects.get(public_id=happening().public_id)
    for _ in range(2):
        notifications.deliver_notices(event=event)
        run_jobs()
    assert (len(told()), len(mailoutbox)) == (1, 1)


def test_an_event_without_a_builder_promises_nothing(organisation, client_person):
    record("test.unheard", subject=organisation, actor=person(client_person))
    run_jobs()
    assert Notification.objects.count() == 0


@pytest.mark.parametrize(
    ("ways", "shown", "mailed"),
    [(Ways(False, True), 0, 1), (Ways(True, False), 1, 0), (Ways(False, False), 0, 0)],
)
def test_preferences_are_honoured(happening, colleague, mailoutbox, ways, shown, mailed):
    notifications.set_preferences(user=colleague, wishes={NoticeKind.MILESTONES: ways})
    happening()
    run_jobs()
    assert (standing_of(colleague).unread, len(mailoutbox)) == (shown, mailed)


def test_what_touches_money_cannot_be_switched_off(colleague):
    notifications.set_preferences(user=colleague, wishes={NoticeKind.MONEY: Ways(False, False)})
    row = colleague.notice_preferences.get()
    assert (row.in_app, row.email) == (True, True)


def test_both_parts_of_the_email_come_from_one_source(happening, mailoutbox):
    happening()
    run_jobs()
    letter = mailoutbox[0]
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert "Plain **words**." in html
    assert "Plain **words**." in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_mail_server_that_is_down_only_delays(happening, mailoutbox, settings):
    happening()
    run_jobs("accounts.deliver_notices")
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "tests.accounts.broken_mail.Backend"
    with pytest.raises(ConnectionRefusedError):
        run_jobs()
    settings.EMAIL_BACKEND = working
    run_jobs()
    assert len(mailoutbox) == 1
    assert Notification.objects.get().emailed_at is not None


def test_a_second_worker_leaves_an_email_that_is_under_way_alone(happening, mailoutbox):
    happening()
    run_jobs("accounts.deliver_notices")
    row = Notification.objects.get()
    Notification.objects.update(email_started_at=row.created_at)
    with pytest.raises(MailUnderWay):
        notifications.send_notification_email(notification=row)
    assert mailoutbox == []
