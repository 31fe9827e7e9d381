import pytest
from django.test import Client

from accounts.notices.models import NoticeKind, NoticePreference, Notification
from accounts.notices.services.unsubscribing import unsubscribe_token


def make_notification(user, subject="A thing happened", **facts) -> Notification:
    body = [{"kind": "paragraph", "text": "Words."}]
    stated = {"kind": NoticeKind.MILESTONES, "body": body, "url": "/settings/", "action": "See"}
    return Notification.objects.create(user=user, subject=subject, **(stated | facts))


@pytest.fixture
def notification(client_person) -> Notification:
    return make_notification(client_person)


@pytest.fixture
def clara(browser_of, client_person):
    return browser_of(client_person)


def is_read(notification) -> bool:
    notification.refresh_from_db()
    return notification.read_at is not None


def test_opening_a_notice_reads_it_and_goes_there(clara, notification):
    answer = clara.get(f"/notifications/{notification.public_id}/")
    assert (answer["Location"], is_read(notification)) == ("/settings/", True)


def test_a_notice_is_marked_read_and_unread_again(clara, notification):
    address = f"/notifications/{notification.public_id}/reading/"
    clara.post(address)
    assert is_read(notification) is True
    clara.post(address, {"unread": "1"})
    assert is_read(notification) is False


def test_all_are_marked_read_but_only_ones_own(clara, notification, stranger):
    other = make_notification(stranger)
    clara.post("/notifications/reading/")
    assert (is_read(notification), is_read(other)) == (True, False)


def test_the_bell_counts_what_is_unread_and_shown(clara, notification, client_person):
    make_notification(client_person, is_shown=False)
    assert "1<span" in clara.get("/notifications/unread/").content.decode()
    clara.post("/notifications/reading/")
    assert clara.get("/notifications/unread/").content.decode().strip() == ""


# The one answer that a browser may keep for its person: a number, asked for every half minute.
def test_the_bell_that_has_not_changed_is_not_sent_again(clara, notification, client_person):
    answer = clara.get("/notifications/unread/")
    again = clara.get("/notifications/unread/", headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == answer["Cache-Control"] == "private, no-cache"
    make_notification(client_person)
    changed = clara.get("/notifications/unread/", headers={"If-None-Match": answer["ETag"]})
    assert (changed.status_code, "2<span" in changed.content.decode()) == (200, True)


def test_unread_ones_can_be_seen_alone(clara, client_person, notification):
    make_notification(client_person, "Read one", read_at=notification.created_at)
    page = clara.get("/notifications/?unread").context["page"]
    assert [row.subject for row in page.items] == ["A thing happened"]


def test_a_stranger_finds_no_foreign_notice(browser_of, stranger, notification):
    other = browser_of(stranger)
    assert other.get(f"/notifications/{notification.public_id}/").status_code == 404
    assert other.post(f"/notifications/{notification.public_id}/reading/").status_code == 404
    assert is_read(notification) is False


def test_the_list_makes_as_many_queries_at_three_rows_as_at_one(
    clara, notification, client_person, count_queries
):
    at_one = count_queries(lambda: clara.get("/notifications/"))
    for _ in range(2):
        make_notification(client_person)
    assert count_queries(lambda: clara.get("/notifications/")) == at_one == 4


def test_a_mail_programs_one_click_unsubscribes_without_a_cookie(stranger):
    token = unsubscribe_token(user=stranger, kind=NoticeKind.BRIEFS)
    program = Client(enforce_csrf_checks=True)
    answer = program.post(f"/unsubscribe/{token}/", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert NoticePreference.objects.get(user=stranger).email is False


def test_looking_at_the_link_unsubscribes_nobody(client, stranger):
    token = unsubscribe_token(user=stranger, kind=NoticeKind.BRIEFS)
    assert client.get(f"/unsubscribe/{token}/").status_code == 200
    assert NoticePreference.objects.count() == 0


def test_a_forged_link_unsubscribes_nobody(client, db):
    assert client.post("/unsubscribe/forged/").status_code == 404
    assert NoticePreference.objects.count() == 0
