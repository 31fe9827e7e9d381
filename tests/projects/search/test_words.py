"""Which briefs are found by which words."""

import pytest

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.search.models import count_words
from marketplace.core.data.search.spelling import corrected, steps
from marketplace.core.web.pages import keyset_page
from projects.search.models import BriefEntry, BriefWord
from projects.search.queries import Wanted, find_briefs
from tests.factories.accounts import make_organisation
from tests.factories.projects import make_brief

pytestmark = pytest.mark.django_db


def titles(text: str, **wanted) -> list[str]:
    found = find_briefs(Wanted(text=text, **wanted))
    return [brief.title for brief in keyset_page(found.rows, keys=found.keys).items]


@pytest.fixture
def clients():
    """Two clients, of which one is named by the other's brief."""
    volta = make_organisation(name="Società Volta")
    Organisation.objects.filter(pk=volta.pk).update(country="IT")
    make_brief(volta, title="Read meters")
    make_brief(make_organisation(name="Ampère & Fils"), title="Volta Volta forecasts by churn")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Volta", "Read meters"),
        ("societa volta", "Read meters"),
        ("italy", "Read meters"),
        ("itlay", "Read meters"),
        ("ampere", "Volta Volta forecasts by churn"),
    ],
)
def test_clients_and_countries_are_found(clients, text, first):
    assert titles(text)[0] == first


def test_a_renamed_client_is_found_under_the_new_name_only(clients):
    Organisation.objects.filter(country="IT").update(name="Galvani")
    assert titles("galvani") == ["Read meters"]
    assert titles("volta") == ["Volta Volta forecasts by churn"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chrun", "churn"),
        ("churm", "churn"),
        ("forceast", "forecast"),
        ("forecats", "forecast"),
        ("forec", "forecast"),
        ("subscirbers churn", "subscribers churn"),
        ("churn", "churn"),
        ("churned", "churned"),
        ("the", "the"),
        ('"chrun"', '"chrun"'),
        ("-chrun", "-chrun"),
        ("zeppelin", "zeppelin"),
        ("c++ chrun", "c++ churn"),
    ],
)
def test_only_unknown_words_are_corrected(clients, typed, meant):
    make_brief(title="Forecast")
    assert corrected(typed, BriefWord) == meant


def test_of_words_as_like_the_commoner_is_meant(organisation):
    for title in ("Prize", "Price", "Price lists"):
        make_brief(organisation, title=title)
    count_words(BriefWord, BriefEntry)
    assert corrected("prike", BriefWord) == "price"


def test_words_that_nobody_uses_any_longer_are_forgotten(organisation):
    make_brief(organisation, title="Zeppelin")
    BriefEntry.objects.all().delete()
    count_words(BriefWord, BriefEntry)
    assert not BriefWord.objects.exists()


@pytest.mark.parametrize(
    ("typed", "known", "away"),
    [("chrun", "churn", 1), ("", "ab", 2), ("carvlaho", "carvalho", 1), ("cat", "dog", 3)],
)
def test_a_swap_is_one_step(typed, known, away):
    assert steps(typed, known) == away


def test_a_phrase_and_an_excluded_word_hold(organisation):
    make_brief(organisation, title="Ten stores of one chain")
    make_brief(organisation, title="Stores open at ten")
    assert titles('"ten stores"') == ["Ten stores of one chain"]
    assert titles("stores -chain") == ["Stores open at ten"]


def test_a_correction_is_told_to_people_and_programs(client, organisation):
    make_brief(organisation)
    assert "Showing results for “churn”" in client.get("/briefs/?q=chrun").content.decode()
    answer = client.get("/api/v1/briefs/", {"q": "chrun"}).json()
    assert (answer["showing_results_for"], len(answer["results"])) == ("churn", 1)
    answer = client.get("/api/v1/briefs/", {"q": "chrun", "literal": "true"}).json()
    assert (answer["showing_results_for"], answer["results"]) == (None, [])
