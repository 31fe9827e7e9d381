"""No day that has passed is typed, sent, offered or signed; today is fine for everybody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from contracts.agreements.errors import DuePassed
from contracts.agreements.services.signatures import sign_terms
from contracts.agreements.services.terms import propose_terms
from marketplace.core.data.actors import client, freelancer
from projects.briefs.errors import BriefIncomplete
from projects.briefs.models.briefs import Brief
from projects.briefs.services.briefs import publish_brief
from projects.proposals.errors import ProposalIncomplete
from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.proposals import working_version
from projects.proposals.services.proposals import accept_proposal, submit_proposal
from tests.api.conftest import program
from tests.edits.test_every_edit import opened
from tests.factories.contracts import make_offer
from tests.factories.projects import (
    make_brief,
    make_draft_brief,
    make_draft_proposal,
    make_proposal,
)
from tests.people import sign_in

pytestmark = pytest.mark.django_db
LATER = timedelta(days=400)


def refused(tab, page, name, day, **also):
    answer = tab.post(page, opened(tab, page) | {name: day} | also)
    errors = answer.context["form"].errors | {
        f"{form.prefix}-{field}": found
        for form in (answer.context.get("rows") or [])
        for field, found in form.errors.items()
    }
    return answer.status_code, list(errors.get(name, []))


def test_a_form_takes_today_and_no_day_before_it(client_person, freelancer_person, organisation):
    for person in (client_person, freelancer_person):
        type(person).objects.filter(pk=person.pk).update(time_zone="Pacific/Auckland")
    hirer, author = sign_in(client_person), sign_in(freelancer_person)
    brief = make_draft_brief(organisation)
    draft = make_draft_proposal(make_brief(organisation), freelancer_person)
    contract = make_offer(organisation, client_person, freelancer_person)
    later = {"availability": "later"}
    with timezone.override("Pacific/Auckland"):
        today = timezone.localdate()
    for tab, page, name, also in [
        (hirer, reverse("projects:brief_edit", args=[brief.public_id]), "starts_on", {}),
        (hirer, reverse("projects:brief_edit", args=[brief.public_id]), "goal_due", {}),
        (hirer, reverse("projects:brief_edit", args=[brief.public_id]), "hard_deadline", {}),
        (
            author,
            reverse("projects:proposal_edit", args=[draft.public_id]),
            "milestones-0-due_on",
            {},
        ),
        (author, reverse("accounts:profile_rates"), "available_from", later),
        (
            author,
            reverse("contracts:terms_proposal", args=[contract.public_id]),
            "milestones-0-due_on",
            {"note": "Later."},
        ),
    ]:
        for day in ("2020-01-01", (today - timedelta(days=1)).isoformat(), "9999-12-31"):
            status, [sentence] = refused(tab, page, name, day, **also)
            assert (status, "passed" in sentence or "years away" in sentence) == (422, True), page
        answer = tab.post(page, opened(tab, page) | {name: today.isoformat()} | also)
        assert answer.status_code == 302, page


def test_what_stood_there_may_stay_in_a_draft_but_is_not_published(client_person, organisation):
    brief = make_draft_brief(organisation)
    Brief.objects.filter(pk=brief.pk).update(starts_on=date(2020, 1, 1))
    tab, page = sign_in(client_person), reverse("projects:brief_edit", args=[brief.public_id])
    assert tab.post(page, opened(tab, page) | {"summary": "New."}).status_code == 302
    brief.refresh_from_db()
    assert (brief.summary, brief.starts_on) == ("New.", date(2020, 1, 1))
    with pytest.raises(BriefIncomplete, match="start"):
        publish_brief(brief=brief, by=client(client_person))
    assert Brief.objects.get(pk=brief.pk).state == "draft"


def test_a_due_date_that_passed_meanwhile_is_not_sent_offered_or_signed(
    organisation, client_person, freelancer_person
):
    by_client, by_freelancer = client(client_person), freelancer(freelancer_person)
    draft = make_draft_proposal(make_brief(organisation), freelancer_person)
    sent = make_proposal(make_brief(organisation), freelancer_person)
    offered = make_offer(organisation, client_person, freelancer_person)
    read, changed = offered.terms.sha256, replace(offered.terms.draft, review_days=5)
    with time_machine.travel(timezone.now() + LATER):
        with pytest.raises(ProposalIncomplete, match="due date of milestone 1"):
            submit_proposal(proposal=draft, by=by_freelancer)
        with pytest.raises(DuePassed):
            accept_proposal(proposal=sent, by=by_client, version=1)
        type(offered).objects.filter(pk=offered.pk).update(lapses_at=timezone.now() + LATER)
        with pytest.raises(DuePassed):
            sign_terms(contract=offered, sha256=read, by=by_client, name="Clara Client")
        with pytest.raises(DuePassed):
            propose_terms(contract=offered, draft=changed, by=by_freelancer)
    states = {p.pk: p.state for p in Proposal.objects.filter(pk__in=[draft.pk, sent.pk])}
    assert states == {draft.pk: "draft", sent.pk: "submitted"}
    assert (offered.versions.count(), offered.terms.signatures.count()) == (1, 0)


def test_programs_are_told_at_the_field(client_person, freelancer_person, organisation):
    brief = make_draft_brief(organisation)
    draft = make_draft_proposal(make_brief(organisation), freelancer_person)
    contract = make_offer(organisation, client_person, freelancer_person)
    step = {"title": "Data", "phase": "data", "deliverables": "A report."}
    step |= {"acceptance_criteria": ["It is readable."], "due_on": "2020-01-01"}
    step |= {"amount": {"minor": 100_000, "currency": contract.currency}}
    author, hirer = program(freelancer_person), program(client_person)
    answers = [
        hirer.send("PATCH", f"briefs/{brief.public_id}/", {"starts_on": "2020-01-01"}),
        author.send("PATCH", f"proposals/{draft.public_id}/", {"milestones": [step]}),
        author.write(
            f"contracts/{contract.public_id}/terms/", {"note": "Later.", "milestones": [step]}
        ),
    ]
    said = "1 January 2020 has passed. Give today or a later date."
    for answer in answers:
        assert answer.status_code == 400, answer.json()
        assert said in [error["detail"] for error in answer.json()["errors"]]


def test_a_question_that_is_left_out_keeps_a_proposal_from_being_sent(
    organisation, freelancer_person
):
    brief = make_brief(organisation, screening_questions=["Which model?", "Since when?"])
    draft = make_draft_proposal(brief, freelancer_person, screening_answers=["Trees.", " "])
    with pytest.raises(ProposalIncomplete) as refused:
        submit_proposal(proposal=draft, by=freelancer(freelancer_person))
    assert [(part.field, part.ask) for part in refused.value.missing] == [
        ("answer_1", "Since when?")
    ]
    assert Proposal.objects.get().state == "draft"
    version = working_version(draft)
    version.screening_answers = ["Trees.", "Last year."]
    version.save()
    submit_proposal(proposal=draft, by=freelancer(freelancer_person))
    assert Proposal.objects.get().state == "submitted"
