"""Redis carries messages; losing all of it in the middle loses no notice."""

from datetime import timedelta

import pytest
import redis
import time_machine
from django.conf import settings
from django.utils import timezone

from accounts.notices.models import Notification
from accounts.organisations.services.invitations import accept_invitation, invite
from marketplace.core.data import outbox
from marketplace.core.data.actors import person
from tests.factories.accounts import make_organisation, make_user
from tests.jobs import work_off


@pytest.fixture
def empty_redis():
    store = redis.Redis.from_url(settings.REDIS_URL)
    store.flushdb()
    yield store
    store.flushdb()


@pytest.mark.django_db(transaction=True)
def test_flushing_redis_in_the_middle_loses_no_notice(empty_redis, mailoutbox):
    owner, colleague = make_user("Olivia Owner"), make_user("Cora", "cora@example.com")
    organisation = make_organisation(owner)
    invitation = invite(
        organisation=organisation, email=colleague.email, role="finance", by=person(owner)
    )
    accept_invitation(invitation=invitation, by=person(colleague))
    empty_redis.flushdb()
    assert (work_off(), Notification.objects.count()) == ([], 0)
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=True):
        outbox.sweep()
        work_off()
        empty_redis.flushdb()
    with time_machine.travel(timezone.now() + timedelta(minutes=10), tick=True):
        outbox.sweep()
        work_off()
    assert [(row.user, row.subject) for row in Notification.objects.all()] == [
        (owner, "Cora has joined Northwind Telecom")
    ]
    assert "Cora has joined Northwind Telecom" in [letter.subject for letter in mailoutbox]
