"""Which freelancers are found by which words, and who stands first."""

import pytest

from accounts.directory.models import ProfileEntry
from accounts.directory.queries.directory import directory
from accounts.people.services import update_account
from accounts.profiles.models.profiles import FreelancerProfile
from accounts.profiles.services.case_studies import delete_case_study
from accounts.profiles.services.profiles import update_profile
from marketplace.core.data.actors import person
from marketplace.core.web.pages import keyset_page
from tests.factories.accounts import make_case_study, make_freelancer, make_profile, make_user

pytestmark = pytest.mark.django_db


def names(words: str, **wanted) -> list[str]:
    found = directory(words=words, **wanted)
    return [profile.user.name for profile in keyset_page(found.rows, keys=found.keys).items]


@pytest.fixture
def market():
    """Who bears a name stands below those who write it often, in the order of news."""
    for name, facts in {
        "Priya Raman": {"country": "IN", "tools": [tool("C++"), tool("GPT-4o")]},
        "Inês Carvalho": {"country": "PT", "tools": [tool("C#"), tool(".NET")]},
        "Jürgen Ågren": {"country": "SE", "tools": [tool("C"), tool("scikit-learn")]},
        "Zoë Łukasik": {"country": "PL", "tools": [tool("R"), tool("F#")]},
    }.items():
        make_freelancer(name, **facts)
    for number in range(4):
        make_freelancer(
            f"Other {number}",
            headline="Worked with Priya, Ines, Jurgen and Zoe in Zürich and Málaga",
            story="Priya Priya Priya. Ines Ines Ines. Jürgen Jürgen. Zoë Zoë.",
            tools=[tool("Priya"), tool("Ines")],
        )


def tool(name: str) -> dict:
    return {"name": name, "years": 3, "last_used": 2026}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Priya", "Priya Raman"),
        ("priya", "Priya Raman"),
        ("raman priya", "Priya Raman"),
        ("Ines", "Inês Carvalho"),
        ("inês", "Inês Carvalho"),
        ("INES CARVALHO", "Inês Carvalho"),
        ("jurgen", "Jürgen Ågren"),
        ("Zoe", "Zoë Łukasik"),
        ("lukasik", "Zoë Łukasik"),
        ("carvlaho", "Inês Carvalho"),
        ("lukaisk", "Zoë Łukasik"),
        ("Portugal", "Inês Carvalho"),
        ("sweeden", "Jürgen Ågren"),
        ("India", "Priya Raman"),
    ],
)
def test_who_bears_the_name_stands_first(market, words, first):
    assert names(words)[0] == first


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("C++", ["Priya Raman"]),
        ("c++", ["Priya Raman"]),
        ("C#", ["Inês Carvalho"]),
        ("C", ["Jürgen Ågren"]),
        ("R", ["Zoë Łukasik"]),
        ("F#", ["Zoë Łukasik"]),
        (".NET", ["Inês Carvalho"]),
        ("GPT-4o", ["Priya Raman"]),
        ("gpt4o", ["Priya Raman"]),
        ("gpt-4", []),
        ("scikit-learn", ["Jürgen Ågren"]),
        ("C# .net", ["Inês Carvalho"]),
        ("churn -c++ -c -c# -R -ines", []),
    ],
)
def test_the_words_of_the_field_are_words(market, words, found):
    assert names(words) == found


@pytest.mark.parametrize("words", ["Zurich", "zürich", "ZÜRICH", "Malaga", "málaga"])
def test_accents_and_case_are_ignored(market, words):
    assert len(names(words)) == 4


def test_a_correction_is_told_and_can_be_refused(client, market):
    page = client.get("/freelancers/?q=carvlaho").content.decode()
    assert "Showing results for “carvalho”" in page
    assert "?q=carvlaho&amp;literal=on" in page
    assert names("carvlaho", is_literal=True) == []
    page = client.get("/freelancers/?q=carvlaho&literal=on").content.decode()
    assert "Showing results for" not in page


def test_an_exact_name_stands_above_a_longer_one(db):
    for name in ("Ana", "Ana Souza", "Ana Ana"):
        make_freelancer(name)
    assert names("ana")[0] == "Ana"


def test_filters_hold_beside_words(market):
    assert names("priya", currency="EUR") == []
    assert names("priya", most=399_999) == []
    assert len(names("priya", most=400_000)) == 5
    assert names("ines", specialisms=["computer_vision"]) == []


def test_the_entry_follows_every_part(db):
    profile = make_profile(make_user("Fay Freelancer"))
    study = make_case_study(profile, title="Zeppelin delays")
    by = person(profile.user)
    assert (names("zeppelins"), names("lightgbm")) == (["Fay Freelancer"], ["Fay Freelancer"])
    delete_case_study(case_study=study, by=by)
    update_profile(profile=profile, by=by, tools=[tool("Keras")], facts={"story": "Balloons"})
    assert names("zeppelins") == names("lightgbm") == []
    assert (names("keras"), names("balloon")) == (["Fay Freelancer"], ["Fay Freelancer"])
    update_account(user=profile.user, by=by, name="Ines Carvalho", time_zone="UTC")
    assert (names("Carvalho"), names("Freelancer")) == (["Ines Carvalho"], [])
    FreelancerProfile.objects.update(is_hidden=True)
    assert names("Carvalho") == []
    profile.delete()
    assert not ProfileEntry.objects.exists()
