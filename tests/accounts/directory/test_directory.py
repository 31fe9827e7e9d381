import pytest

from accounts.profiles.models.profiles import FreelancerProfile
from tests.factories.accounts import make_freelancer


@pytest.fixture
def freelancers(db):
    """Fay forecasts for telecoms; Vera sees for factories and is not available."""
    return [
        make_freelancer("Fay Forecast"),
        make_freelancer(
            "Vera Vision",
            headline="Defects seen on the line",
            specialisms=["computer_vision"],
            industries=["manufacturing"],
            availability="unavailable",
        ),
    ]


def found(client, query: str = "") -> list[str]:
    return [
        profile.user.name for profile in client.get(f"/freelancers/{query}").context["page"].items
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Vera Vision", "Fay Forecast"]),
        ("?specialism=computer_vision", ["Vera Vision"]),
        ("?industry=telecom", ["Fay Forecast"]),
        ("?available=on", ["Fay Forecast"]),
        ("?q=defects", ["Vera Vision"]),
        ("?q=forcast", ["Fay Forecast"]),
        ("?q=vera+line", ["Vera Vision"]),
        ("?q=zzzz", []),
        ("?after=nonsense", ["Vera Vision", "Fay Forecast"]),
    ],
)
def test_filters_narrow_the_list(client, freelancers, query, names):
    assert found(client, query) == names


@pytest.mark.parametrize("query", ["specialism=nonsense", "budget=100", f"q={'vera+' * 675}"])
def test_what_is_refused_shows_the_refusal_alone(client, freelancers, query):
    response = client.get(f"/freelancers/?{query}")
    assert (response.status_code, response.context["count"]) == (200, 0)
    page = response.content.decode()
    assert page.count("Nothing was looked for: change this first") == 1
    assert 'class="find__count"' not in page
    assert "Nobody fits" not in page
    assert not [person for person in freelancers if person.name in page]


def test_nobody_who_is_unlisted_unfinished_or_gone_is_found(client, freelancers):
    fay, vera = freelancers
    FreelancerProfile.objects.filter(user=fay).update(is_listed=False)
    vera.is_active = False
    vera.save()
    answer = client.get("/freelancers/")
    assert list(answer.context["page"].items) == []
    assert "Nobody fits" in answer.content.decode()


def test_pages_show_everybody_once(client, db):
    names = {make_freelancer(f"Freelancer {number}").name for number in range(22)}
    first = client.get("/freelancers/").context["page"]
    second = client.get(f"/freelancers/?after={first.next}").context["page"]
    shown = [profile.user.name for profile in (*first.items, *second.items)]
    assert (len(first.items), len(shown), set(shown)) == (20, 22, names)


def test_the_list_makes_six_queries_at_one_and_at_three_rows(browser_of, stranger, count_queries):
    browser = browser_of(stranger)
    make_freelancer("One")
    assert count_queries(lambda: browser.get("/freelancers/")) == 6
    for name in ("Two", "Three"):
        make_freelancer(name)
    assert count_queries(lambda: browser.get("/freelancers/")) == 6


def test_the_directory_counts_and_sorts_by_the_smallest_project(client, db):
    for name, price, currency in (
        *(("Ann", 900_000, "USD"), ("Ben", 300_000, "USD"), ("Cem", 500_000, "EUR")),
        ("Dag", None, "USD"),
    ):
        make_freelancer(name, fixed_from=price, currency=currency)
    text = " ".join(client.get("/freelancers/?sort=price").content.decode().split())
    assert "4 freelancers" in text
    assert "projects from" in text
    assert found(client, "?sort=price") == ["Cem", "Ben", "Ann", "Dag"]
    assert found(client, "?sort=price&currency=USD&budget=5,000") == ["Ben"]
    assert found(client, "?sort=nonsense") == ["Dag", "Cem", "Ben", "Ann"]


def test_a_price_without_a_currency_is_told_and_shows_nobody(client, freelancers):
    answer = client.get("/freelancers/?budget=1000")
    assert "Choose the currency of the price" in answer.content.decode()
    assert len(answer.context["page"].items) == 0


def test_pages_of_a_sorted_directory_show_everybody_once(client, db):
    names = {make_freelancer(f"Freelancer {n}", fixed_from=n % 3 or None).name for n in range(22)}
    first = client.get("/freelancers/?sort=price").context["page"]
    rest = client.get(f"/freelancers/?sort=price&after={first.next}").context["page"]
    shown = [profile.user.name for profile in (*first.items, *rest.items)]
    assert (len(shown), set(shown)) == (22, names)
