"""What is sent twice at once is made once, and both are answered as the first one was."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.api_tokens.models import ApiToken
from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from projects.briefs.models.briefs import Brief
from projects.briefs.services.briefs import close_brief
from projects.proposals.models.proposals import Proposal
from tests.accounts.sign_in.test_sign_up import SIGN_UP
from tests.factories.accounts import (
    CHURN_STUDY,
    make_freelancer,
    make_organisation,
    make_user,
)
from tests.factories.projects import hirer, make_brief
from tests.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def twice_at_once(browser: Client, page: str, data: dict[str, Any]) -> list[tuple[int, str]]:
    answers = at_once(*[lambda: browser.post(page, data) for _ in range(2)])
    return [(answer.status_code, answer.get("Location", "")) for answer in answers]


def test_a_double_click_makes_one_of_each():
    client = make_user("Clara Client")
    organisation, tab = make_organisation(client), sign_in(client)
    freelancer = make_freelancer()
    brief, ended, desk = make_brief(organisation), make_brief(organisation), sign_in(freelancer)
    close_brief(brief=ended, by=hirer(organisation))
    before = Brief.objects.count()
    company = {"name": "Twice Ltd", "country": "IT"}
    study = CHURN_STUDY | {"title": "Once only"}
    person = make_user("Nia New")
    basics = {"headline": "Churn", "languages": ["en"], "time_zone": "UTC", "country": "IT"}
    invited = {"email": "new@example.com", "role": "viewer"}
    title = {"organisation": organisation.pk, "title": "Once only"}
    for browser, page, data, count in [
        (
            tab,
            reverse("accounts:welcome_organisation"),
            company,
            Organisation.objects.filter(name="Twice Ltd").count,
        ),
        (tab, reverse("projects:brief_new"), title, Brief.objects.filter(title="Once only").count),
        (
            tab,
            reverse("projects:brief_copies", args=[ended.public_id]),
            {},
            lambda: Brief.objects.count() - before - 1,
        ),
        (
            tab,
            reverse("accounts:invite", args=[organisation.public_id]),
            invited,
            organisation.invitations.count,
        ),
        (
            desk,
            reverse("accounts:case_study_new"),
            study,
            CaseStudy.objects.filter(title="Once only").count,
        ),
        (
            desk,
            reverse("projects:proposal_start", args=[brief.public_id]),
            {},
            Proposal.objects.count,
        ),
        (sign_in(person), reverse("accounts:profile_basics"), basics, person_profiles(person)),
    ]:
        first, second = twice_at_once(browser, page, data | {"sending": page[-60:]})
        assert (first, first[0], count()) == (second, 302, 1), page
    token = {"name": "Export", "scopes": ["read"], "expires": "30", "sending": "abc"}
    codes = sorted(
        code for code, _ in twice_at_once(tab, reverse("accounts:settings_tokens"), token)
    )
    assert (codes, ApiToken.objects.count()) == ([200, 302], 1)


def person_profiles(person: User) -> Callable[[], int]:
    return FreelancerProfile.objects.filter(user=person).count


@pytest.fixture
def second_waits(monkeypatch):
    """Set as soon as a form pauses, because the same one still runs."""
    waits, pause = Event(), time.sleep

    def noted(seconds: float) -> None:
        waits.set()
        pause(seconds)

    monkeypatch.setattr("marketplace.core.web.sent_once.time.sleep", noted)
    return waits


def test_without_its_word_a_form_acts_once_only_while_the_first_runs(second_waits):
    tab, page = sign_in(make_user()), reverse("accounts:welcome_organisation")
    company = {"name": "Twice Ltd", "country": "IT"}
    with ThreadPoolExecutor(1) as beside:
        # The first cannot end before the second waits for it.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE accounts_organisation IN SHARE MODE")
            answers = beside.submit(twice_at_once, tab, page, company)
            assert second_waits.wait(10)
        assert len(set(answers.result())) == 1
    assert Organisation.objects.count() == 1
    assert tab.post(page, company).status_code == 302
    assert Organisation.objects.count() == 2


def test_what_was_refused_or_changed_is_sent_anew():
    tab, page = sign_in(make_user()), reverse("accounts:welcome_organisation")
    word = {"sending": "the-same-page"}
    assert tab.post(page, word | {"name": "", "country": "IT"}).status_code == 422
    assert tab.post(page, word | {"name": "One", "country": "IT"}).status_code == 302
    assert tab.post(page, word | {"name": "Two", "country": "IT"}).status_code == 302
    assert sorted(Organisation.objects.values_list("name", flat=True)) == ["One", "Two"]


@pytest.mark.parametrize("word", ["", "oneandthesamepage"])
def test_a_double_sign_up_is_one_account_and_the_same_answer(word, mailoutbox):
    cache.clear()
    facts = SIGN_UP | {"sending": word}
    answers = at_once(*[lambda: Client().post("/account/signup/", facts) for _ in range(3)])
    assert {(a.status_code, a.get("Location")) for a in answers} == {
        (302, "/account/confirm-email/")
    }
    assert User.objects.count() == 1


def test_the_page_that_made_the_account_goes_on_to_its_code_and_no_other_does(mailoutbox):
    cache.clear()
    page, other = SIGN_UP | {"sending": "onepage"}, SIGN_UP | {"sending": "otherpage"}
    for facts in (page, page, other):
        Client().post("/account/signup/", facts)
    assert [letter.subject for letter in mailoutbox] == [
        *["Your code for Holdout"] * 2,
        "You already have an account",
    ]
    User.objects.get().emailaddress_set.update(verified=True)
    Client().post("/account/signup/", page)
    assert mailoutbox[-1].subject == "You already have an account"
