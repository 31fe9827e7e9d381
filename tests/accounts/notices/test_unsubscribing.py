from accounts.notices.models import NoticeKind, NoticePreference
from accounts.notices.services.unsubscribing import (
    read_unsubscribe_token,
    unsubscribe,
    unsubscribe_token,
)


def test_a_token_stands_for_its_person_and_kind(stranger):
    token = unsubscribe_token(user=stranger, kind=NoticeKind.BRIEFS)
    assert read_unsubscribe_token(token) == (stranger, NoticeKind.BRIEFS)


def test_a_changed_token_stands_for_nobody(stranger):
    token = unsubscribe_token(user=stranger, kind=NoticeKind.BRIEFS)
    assert read_unsubscribe_token(token[:-1] + "x") is None


def test_unsubscribing_leaves_the_notices_in_the_app(stranger):
    unsubscribe(user=stranger, kind=NoticeKind.BRIEFS)
    row = NoticePreference.objects.get()
    assert (row.kind, row.in_app, row.email) == ("briefs", True, False)
