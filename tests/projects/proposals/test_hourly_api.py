"""Programs propose work by the hour as pages do."""

import io

import pytest
from django.core.management import call_command

from projects.proposals.models.proposals import Proposal
from projects.proposals.queries.proposals import working_version
from tests.api.conftest import program
from tests.factories.projects import PLAN, make_draft_proposal, make_proposal
from tests.projects.hourly import BY_THE_HOUR, IN_WORDS, make_hourly_brief

pytestmark = pytest.mark.django_db


def usd(minor: int) -> dict[str, object]:
    return {"minor": minor, "currency": "USD"}


HOURS = {"engagement_kind": "hourly", "rate": usd(9_500), "weekly_hours": 20}


@pytest.fixture
def author(freelancer_person):
    return program(freelancer_person)


@pytest.fixture
def hirer(client_person):
    return program(client_person)


def test_a_program_proposes_work_by_the_hour(hourly_is_live, author, hirer, organisation):
    brief = make_hourly_brief(organisation)
    body = PLAN | HOURS | {"waiting_rate": usd(3_000)}
    draft = author.write(f"briefs/{brief.public_id}/proposals/", body)
    assert draft.status_code == 201
    path = f"proposals/{draft.json()['id']}/"
    assert author.write(f"{path}submission/").status_code == 200
    answer = hirer.read(path).json()
    assert (answer["engagement_kind"], answer["price"]) == ("hourly", usd(190_000))
    said = {name: answer["content"][name] for name in (*HOURS, "waiting_rate", "milestones")}
    assert said == HOURS | {"waiting_rate": usd(3_000), "milestones": []}
    assert Proposal.objects.get().price_words == IN_WORDS


def test_a_draft_keeps_both_and_the_kind_says_which_is_offered(
    hourly_is_live, author, brief, freelancer_person
):
    draft = make_draft_proposal(brief, freelancer_person, (240_000,))
    path = f"proposals/{draft.public_id}/"
    content = author.send("PATCH", path, HOURS).json()["content"]
    assert (content["price"], content["rate"], content["milestones"]) == (
        *(usd(190_000), usd(9_500), []),
    )
    content = author.send("PATCH", path, {"engagement_kind": "fixed"}).json()["content"]
    assert (content["price"], content["rate"], len(content["milestones"])) == (
        *(usd(240_000), None, 1),
    )
    content = author.send("PATCH", path, {"engagement_kind": "hourly"}).json()["content"]
    assert (content["price"], content["weekly_hours"]) == (usd(190_000), 20)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"engagement_kind": "trial"}, "/engagement_kind"),
        ({"rate": {"minor": 9_500, "currency": "EUR"}}, "/rate"),
        ({"rate": usd(0)}, "/rate/minor"),
        ({"rate": usd(5_000_000)}, "/rate"),
        ({"weekly_hours": 81}, "/weekly_hours"),
        ({"weekly_hours": "20"}, "/weekly_hours"),
        ({"waiting_rate": usd(9_501)}, "/waiting_rate"),
    ],
)
def test_what_cannot_be_agreed_is_refused(
    hourly_is_live, author, brief, freelancer_person, body, pointer
):
    draft = make_draft_proposal(brief, freelancer_person, (), **BY_THE_HOUR)
    answer = author.send("PATCH", f"proposals/{draft.public_id}/", body)
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    version = working_version(draft)
    assert (version.rate, version.weekly_hours, version.waiting_rate) == (9_500, 20, None)


def test_the_client_reads_nothing_of_the_other_kind(hourly_is_live, hirer, brief):
    fixed = make_proposal(brief, amounts=(240_000,), rate=9_500, weekly_hours=20)
    hourly = make_proposal(brief, amounts=(240_000,), engagement_advice="Unknown.", **BY_THE_HOUR)
    for proposal, rate, milestones in [(fixed, None, 1), (hourly, usd(9_500), 0)]:
        content = hirer.read(f"proposals/{proposal.public_id}/versions/1/").json()
        assert (content["rate"], len(content["milestones"])) == (rate, milestones)


def test_a_brief_may_ask_for_it_and_is_found_by_it(hourly_is_live, hirer, organisation):
    brief = make_hourly_brief(organisation)
    path = f"briefs/{brief.public_id}/"
    assert hirer.send("PATCH", path, {"engagement_kind": "hourly"}).status_code == 200
    assert hirer.send("PATCH", path, {"engagement_kind": "nothing"}).status_code == 400
    found = hirer.read("briefs/", engagement_kind="hourly").json()["results"]
    assert [each["id"] for each in found] == [str(brief.public_id)]
    assert hirer.read("briefs/", engagement_kind="fixed").json()["results"] == []


def test_nothing_of_it_is_there_before_its_contracts_are(only_fixed_is_live, author, draft):
    path = f"proposals/{draft.public_id}/"
    assert {"rate", "weekly_hours", "waiting_rate"} & set(
        author.read(path).json()["content"]
    ) == set()
    assert author.send("PATCH", path, {"engagement_kind": "hourly"}).status_code == 400
    answer = author.send("PATCH", path, {"rate": usd(9_500)})
    assert answer.json()["errors"] == [
        {"pointer": "/rate", "detail": "There is no such field here."}
    ]
    assert working_version(draft).rate is None


def test_the_document_is_written_without_a_warning_once_it_is_there(hourly_is_live):
    options = {"validate": True, "fail_on_warn": True}
    call_command("spectacular", stdout=io.StringIO(), stderr=io.StringIO(), **options)
