"""An act that grants or redirects power or money is as strong as using them."""

import time

from django.core import mail
from django.http import HttpRequest
from django.test import Client

from accounts.people.models import User
from marketplace.core.data.models import Event
from marketplace.core.web.allauth_internals import record_authentication
from payments.ledger.models import Transfer
from tests.doors.acts import ASKS, DOES_NOT, POSTED, lines
from tests.doors.routes import acts
from tests.doors.world import WithWorld
from tests.sweep.visits import Visit

ASKING = [Visit.parse(line) for text in ASKS.values() for line in lines(text)]


def test_every_act_says_whether_it_asks_for_fresh_proof():
    asking = {visit.name for visit in ASKING}
    silent = [name for names in DOES_NOT.values() for name in lines(names)]
    assert sorted(asking | set(silent)) == sorted(acts())
    assert (len(silent), asking & set(silent)) == (len(set(silent)), set())


def test_an_act_asks_where_the_table_says_so_and_nowhere_else():
    declared = {name for name, view in acts().items() if getattr(view, "fresh", False)}
    assert declared == {visit.name for visit in ASKING if ":" in visit.name}


def stale(user) -> Client:
    """A browser that signed in five hours ago."""
    browser = Client()
    browser.force_login(user)
    request = HttpRequest()
    request.session = browser.session
    for method in ("mfa", "password"):
        record_authentication(request, user, method=method, reauthenticated=True)
    for record in request.session["account_authentication_methods"]:
        record["at"] = time.time() - 5 * 3600
    request.session.save()
    return browser


class StaleSessions(WithWorld):
    def test_a_session_of_five_hours_is_asked_and_changes_nothing(self) -> None:
        before = self.kept()
        for kind in ASKS:
            browser = stale(getattr(self.world, kind))
            visits = map(Visit.parse, lines(ASKS[kind]))
            assert [each.name for each in visits if not self.is_asked(browser, each)] == []
        assert self.kept() == before

    def is_asked(self, browser: Client, visit: Visit) -> bool:
        answer = browser.post(visit.path(self.world), POSTED.get(visit.name, {}))
        if visit.name.startswith("api:"):
            return answer.json().get("code") == "fresh_sign_in_needed"
        return "reauthenticate/?next=" in answer.headers.get("Location", "")

    def kept(self) -> tuple[object, ...]:
        """What an act would have changed."""
        people = User.objects.filter(
            pk__in=[self.world.newcomer.pk, self.world.guarded.pk]
        ).order_by("pk")
        return (
            list(Event.objects.order_by("-pk").values_list("pk", flat=True)[:1]),
            Transfer.objects.count(),
            len(mail.outbox),
            [(person.email, person.authenticator_set.count()) for person in people],
        )
