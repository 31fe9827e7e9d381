import pytest

from accounts.profiles.models.case_studies import CaseStudy
from accounts.profiles.models.profiles import FreelancerProfile
from tests.factories.accounts import CHURN_STUDY, make_case_study, make_freelancer, make_profile

BASICS = {
    "headline": "Forecasts that hold up",
    "story": "Ten years.",
    "country": "DE",
    "languages": ["en", "de"],
    "time_zone": "Europe/Berlin",
}
RATES = {
    "currency": "EUR",
    "fixed_from": "4000.50",
    "availability": "now",
    "day_starts": "09:00",
    "day_ends": "17:00",
    "is_listed": "on",
}


def tools(*rows: tuple[str, str, str]) -> dict[str, str]:
    data = {"tools-TOTAL_FORMS": str(len(rows)), "tools-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        names = ("name", "years", "last_used")
        data |= {f"tools-{number}-{name}": text for name, text in zip(names, row, strict=True)}
    return data


def test_a_new_freelancer_goes_through_every_step(browser_of, stranger):
    browser = browser_of(stranger)
    assert browser.post("/profile/basics/", BASICS)["Location"] == "/profile/expertise/"
    expertise = {"specialisms": ["forecasting"]} | tools(("LightGBM", "6", "2026"), ("", "", ""))
    assert browser.post("/profile/expertise/", expertise)["Location"] == "/profile/rates/"
    assert browser.post("/profile/rates/", RATES)["Location"] == "/profile/case-studies/new/"
    study = browser.post("/profile/case-studies/new/", CHURN_STUDY)
    assert study["Location"] == "/profile/"
    profile = FreelancerProfile.objects.get()
    stranger.refresh_from_db()
    assert (profile.fixed_from, profile.currency) == (400_050, "EUR")
    assert list(profile.tools.values_list("name", "years")) == [("LightGBM", 6)]
    assert stranger.time_zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"fixed_from": "a lot"}, "fixed_from"),
        ({"currency": "JPY"}, "fixed_from"),
        ({"fixed_from": "-5"}, "fixed_from"),
        ({"availability": "later"}, "available_from"),
    ],
)
def test_rates_that_make_no_sense_change_nothing(browser_of, freelancer_person, change, field):
    answer = browser_of(freelancer_person).post("/profile/rates/", RATES | change)
    assert list(answer.context["form"].errors) == [field]
    assert FreelancerProfile.objects.get().fixed_from == 400_000


def test_asking_for_more_rows_keeps_what_was_typed_and_saves_nothing(browser_of, freelancer_person):
    data = {"specialisms": ["nlp"], "more": "1"} | tools(("Spark", "2", "2024"))
    answer = browser_of(freelancer_person).post("/profile/expertise/", data)
    assert answer.status_code == 200
    assert 'value="Spark"' in answer.content.decode()
    assert list(FreelancerProfile.objects.get().tools.values_list("name", flat=True)) == [
        "LightGBM"
    ]


def test_a_tool_needs_its_years(browser_of, freelancer_person):
    data = {"specialisms": ["nlp"]} | tools(("Spark", "", "2024"))
    assert browser_of(freelancer_person).post("/profile/expertise/", data).status_code == 422


def test_a_stranger_finds_no_foreign_case_study(browser_of, freelancer_person):
    other = browser_of(make_freelancer("Olaf Other"))
    study = CaseStudy.objects.get(profile__user=freelancer_person)
    address = f"/profile/case-studies/{study.public_id}/"
    assert other.get(address).status_code == 404
    assert other.post(address + "removal/").status_code == 404
    assert CaseStudy.objects.count() == 2


def test_the_public_page_shows_the_evidence_with_its_grade(client, freelancer_person):
    profile = freelancer_person.freelancer_profile
    page = client.get(profile.get_absolute_url()).content.decode()
    for words in (profile.headline, CHURN_STUDY["what_did_not_work"], "Self-stated", "4,000.00"):
        assert words in page


def test_an_unlisted_profile_is_shown_to_its_owner_only(client, browser_of, freelancer_person):
    profile = freelancer_person.freelancer_profile
    FreelancerProfile.objects.update(is_listed=False)
    assert client.get(profile.get_absolute_url()).status_code == 404
    assert browser_of(freelancer_person).get(profile.get_absolute_url()).status_code == 200


def test_a_profile_makes_six_queries_whatever_stands_in_it(
    browser_of, stranger, freelancer_person, count_queries
):
    browser = browser_of(stranger)
    profile = freelancer_person.freelancer_profile
    assert count_queries(lambda: browser.get(profile.get_absolute_url())) == 6
    for _ in range(2):
        make_case_study(profile)
    assert count_queries(lambda: browser.get(profile.get_absolute_url())) == 6


def test_without_a_profile_one_starts_at_the_first_step(browser_of, stranger):
    browser = browser_of(stranger)
    assert browser.get("/profile/")["Location"] == "/profile/basics/"
    assert browser.get("/profile/expertise/").status_code == 404


def test_markup_in_a_story_stays_harmless(client, stranger):
    profile = make_profile(stranger, story="<script>alert(1)</script> **bold**")
    page = client.get(profile.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<strong>bold</strong>" in page
