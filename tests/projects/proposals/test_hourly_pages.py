"""The form and the pages of a proposal by the hour."""

import pytest
from django.test import Client

from projects.briefs.models.briefs import Brief
from projects.proposals.models.proposals import Proposal
from projects.proposals.panels import proposals_to_decide
from projects.proposals.queries.proposals import working_version
from tests.factories.projects import make_draft_proposal, make_proposal
from tests.projects.hourly import BY_THE_HOUR, IN_WORDS, make_hourly_brief, make_hourly_proposal
from tests.projects.proposals.test_pages import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hourly_is_live")]

HOURS = {"engagement_kind": "hourly", "rate": "95", "weekly_hours": "20"}
LIMIT = "at most 20 hours a week (at most 1,900.00 USD a week)"


@pytest.fixture
def author(browser_of, freelancer_person) -> Client:
    return browser_of(freelancer_person)


@pytest.fixture
def hirer(browser_of, client_person) -> Client:
    return browser_of(client_person)


@pytest.fixture
def asking(organisation) -> Brief:
    return make_hourly_brief(organisation)


@pytest.fixture
def sent(asking, freelancer_person) -> Proposal:
    return make_hourly_proposal(asking, freelancer_person, waiting_rate=3_000)


def text_of(browser: Client, address: str) -> str:
    """The words of a page, with its blanks made one."""
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().replace("\u00a0", " ").split())


def test_from_the_brief_to_a_sent_proposal_by_the_hour(author, asking):
    edit = author.post(f"/briefs/{asking.public_id}/proposals/drafts/")["Location"]
    assert author.get(edit).context["form"].kind == "hourly"
    assert author.post(edit, typed(**HOURS, waiting_rate="30", send="1")).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.price_words) == ("submitted", IN_WORDS)
    assert str(proposal.current.hourly.waiting_rate) == "30.00 USD"


def test_the_form_shows_both_parts_and_says_to_which_kind_they_belong(author, draft):
    page = text_of(author, f"/proposals/{draft.public_id}/edit/")
    assert page.count('data-of-kind="hourly"') == page.count('data-of-kind="fixed"') == 1
    assert "The brief asks for: fixed price. You may propose another kind, and say why." in page
    assert "A rate, and at most so many hours a week; each week is held before it begins." in page


def test_the_price_of_a_full_week_shows_the_fee_as_it_is_typed(author, draft):
    address = f"/proposals/{draft.public_id}/price/"
    page = author.post(address, typed("1,000", **HOURS))
    split = page.context["split"]
    assert (split.price.minor, split.fee.minor, split.received.minor) == (190_000, 15_200, 174_800)
    assert LIMIT in page.content.decode().replace("\u00a0", " ")
    unclear = author.post(address, typed("1,000", **HOURS | {"rate": "ten"}))
    assert (unclear.context["split"].price.minor, unclear.status_code) == (0, 200)
    fixed = author.post(address, typed("1,000", **HOURS | {"engagement_kind": "fixed"}))
    assert fixed.context["split"].price.minor == 100_000


def test_what_is_typed_of_the_other_kind_is_kept(author, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    assert author.post(address, typed("2,400", **HOURS)).status_code == 302
    version = working_version(draft)
    assert (version.amount, version.milestones.count()) == (190_000, 1)
    page = author.get(address)
    assert page.context["rows"].forms[0]["amount"].value() == "2400"
    fixed = typed("2,400", **HOURS | {"engagement_kind": "fixed"})
    assert author.post(address, fixed).status_code == 302
    version.refresh_from_db()
    assert (version.amount, version.rate, version.weekly_hours) == (240_000, 9_500, 20)


def test_only_the_chosen_kind_is_judged(author, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    assert author.post(address, typed("1.005", **HOURS)).status_code == 302
    assert (
        author.post(f"/proposals/{draft.public_id}/draft/", typed("x", **HOURS)).status_code == 204
    )
    unreadable = HOURS | {"engagement_kind": "fixed", "rate": "ten", "weekly_hours": "99"}
    assert author.post(address, typed("100", **unreadable)).status_code == 302
    version = working_version(draft)
    assert (version.amount, version.rate, version.weekly_hours) == (10_000, 9_500, 20)


@pytest.mark.parametrize(
    ("typed_there", "field"),
    [
        ({"rate": "ten"}, "rate"),
        ({"rate": "20,000", "weekly_hours": "80"}, "rate"),
        ({"weekly_hours": "81"}, "weekly_hours"),
        ({"waiting_rate": "96"}, "waiting_rate"),
    ],
)
def test_what_cannot_be_agreed_is_refused_and_stays_typed(author, draft, typed_there, field):
    page = author.post(f"/proposals/{draft.public_id}/edit/", typed("1", **HOURS | typed_there))
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])
    shown = page.context["form"]
    assert {name: shown[name].value() for name in typed_there} == typed_there
    assert draft.versions.get().rate is None


def test_the_reason_for_another_kind_is_asked_for_on_the_page_of_the_draft(author, draft):
    author.post(f"/proposals/{draft.public_id}/edit/", typed(**HOURS))
    page = author.get(f"/proposals/{draft.public_id}/")
    assert [part.field for part in page.context["missing"]] == ["engagement_advice"]
    assert "The brief asks for another: fixed price. Say why yours fits better." in (
        page.content.decode()
    )


def test_every_page_of_a_proposal_says_the_rate_and_the_limit(hirer, author, asking, sent):
    address = f"/proposals/{sent.public_id}/"
    for browser in (hirer, author):
        page = text_of(browser, address)
        assert IN_WORDS in page
        assert "An hour in which only a machine works costs" in page
        assert ">Milestones<" not in page
    assert "Accept <span" in text_of(hirer, address)
    assert IN_WORDS in text_of(hirer, f"{address}versions/1/")
    for browser, rows in [
        (hirer, f"/briefs/{asking.public_id}/proposals/"),
        (author, "/proposals/"),
    ]:
        page = text_of(browser, rows)
        assert ("95.00 USD</span> an hour" in page, LIMIT in page) == (True, True)


def test_acceptance_says_the_first_week_and_the_fee_before_it_is_done(hirer, sent):
    page = hirer.get(f"/proposals/{sent.public_id}/acceptance/")
    split = page.context["split"]
    assert (split.price.minor, split.fee.minor, split.received.minor) == (190_000, 15_200, 174_800)
    assert "You fund the first week at its limit." in page.content.decode()
    assert "Milestones of the offer" not in page.content.decode()


def test_the_author_reads_what_a_full_week_brings(author, asking, freelancer_person):
    draft = make_draft_proposal(asking, freelancer_person, (), **BY_THE_HOUR)
    page = text_of(author, f"/proposals/{draft.public_id}/")
    assert "1,748.00 USD</span> for a full week" in page


def test_the_client_never_reads_the_milestones_of_the_other_kind(
    hirer, organisation, freelancer_person
):
    asking = make_hourly_brief(organisation)
    sent = make_proposal(asking, freelancer_person, (240_000,), **BY_THE_HOUR)
    assert sent.current.milestones.count() == 1
    for page in ("", "versions/1/", "acceptance/"):
        assert "2,400.00" not in text_of(hirer, f"/proposals/{sent.public_id}/{page}"), page


def test_a_brief_by_the_hour_says_what_its_budget_is_for(client, asking):
    page = text_of(client, asking.get_absolute_url())
    assert "Hourly, for all weeks together; each week is held before it begins" in page


def test_the_desk_ranges_no_week_among_prices(rf, brief, client_person, proposal):
    request = rf.get("/desk/")
    request.user = client_person
    [item] = proposals_to_decide(request)
    assert [str(amount) for amount in item.amounts] == ["9,600.00 USD"] * 2
    make_hourly_proposal(brief, engagement_advice="Nobody knows the data yet.")
    [item] = proposals_to_decide(request)
    assert (item.title, item.amount) == ("Decide on 2 proposals", None)


def test_the_second_tab_is_told_of_another_rate(author, draft):
    address = f"/proposals/{draft.public_id}/edit/"
    author.post(address, typed("1,000", **HOURS))
    seen = author.get(address).context["editing"].edit_version
    other = HOURS | {"rate": "90", "weekly_hours": "30"}
    assert author.post(address, typed("1,000", **other)).status_code == 302
    answer = author.post(address, typed("1,000", **HOURS | {"rate": "99", "edit_version": seen}))
    assert answer.status_code == 409
    told = {each.label: each.is_taken for each in answer.context["editing"].differences}
    assert told == {"Rate for an hour": False, "Most hours a week": True}
    assert answer.context["form"]["weekly_hours"].value() == "30"
    assert working_version(draft).rate == 9_000


def test_the_form_offers_no_choice_before_there_is_one(only_fixed_is_live, author, draft):
    page = author.get(f"/proposals/{draft.public_id}/edit/")
    assert {*HOURS, "waiting_rate", "engagement_advice"} & set(page.context["form"].fields) == set()
    assert "How you want to be paid" not in page.content.decode()
