"""How the API says things: errors, money, times, pages, throttles."""

import base64
import json
import re

import pytest
from rest_framework.throttling import SimpleRateThrottle

from projects.briefs.models.briefs import Brief
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_brief, make_draft_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def hirer(program_of, client_person, organisation):
    return program_of(client_person)


def problem_of(answer):
    assert answer["Content-Type"] == "application/problem+json"
    return answer.json()


def test_a_misspelt_field_is_refused_with_its_name(hirer, organisation):
    brief = make_draft_brief(organisation)
    answer = hirer.send("PATCH", f"briefs/{brief.public_id}/", {"titel": "x", "weeks": 9})
    assert problem_of(answer) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "code": "invalid",
        "detail": "Some values were not accepted; see errors.",
        "errors": [{"pointer": "/titel", "detail": "There is no such field here."}],
    }
    brief.refresh_from_db()
    assert brief.weeks == 8


def test_a_misspelt_field_inside_is_refused_with_its_place(hirer, organisation):
    brief = make_draft_brief(organisation)
    price = {"minor": 1, "currency": "USD", "unit": "cent"}
    answer = hirer.send("PATCH", f"briefs/{brief.public_id}/", {"budget_max": price})
    assert [error["pointer"] for error in problem_of(answer)["errors"]] == ["/budget_max/unit"]


def test_a_misspelt_filter_is_refused(anybody):
    answer = anybody.read("briefs/", specialisms="nlp")
    assert [error["pointer"] for error in problem_of(answer)["errors"]] == ["/specialisms"]


def test_a_rule_that_says_no_is_told_by_code_and_sentence(hirer, organisation):
    brief = make_draft_brief(organisation, deliverables="")
    answer = hirer.write(f"briefs/{brief.public_id}/publication/")
    assert (answer.status_code, problem_of(answer)["code"]) == (422, "brief_incomplete")
    brief.refresh_from_db()
    assert brief.state == "draft"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nothing/here/", 404),
        ("GET", "", 404),
        ("GET", "briefs/a%0A/", 404),
        ("DELETE", "briefs/", 405),
    ],
)
def test_even_the_wrong_address_is_answered_in_problems(hirer, method, path, status):
    answer = hirer.send(method, path)
    assert (answer.status_code, problem_of(answer)["status"]) == (status, status)


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b'{"title": "\\ud800"}', "application/json", 400),
        (b'{"industry": "\\ud800"}', "application/json", 400),
        (b'{"title": "\\u0000"}', "application/json", 400),
        (b" " * (5 * 1024 * 1024 + 1), "application/json", 413),
        (b"title=x", "application/x-www-form-urlencoded", 415),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(hirer, body, media_type, status):
    answer = hirer.generic("POST", "/api/v1/briefs/", body, content_type=media_type)
    assert (answer.status_code, problem_of(answer)["status"]) == (status, status)
    assert Brief.objects.count() == 0


def test_amounts_are_objects_and_times_are_utc(hirer, organisation, client_person):
    client_person.time_zone = "Asia/Tokyo"
    client_person.save()
    brief = make_brief(organisation)
    shown = hirer.read(f"briefs/{brief.public_id}/").json()
    assert shown["budget_min"] == {"minor": 900_000, "currency": "USD"}
    stamp = brief.published_at.isoformat().replace("+00:00", "Z")
    assert shown["published_at"] == stamp


def test_a_session_of_another_zone_reads_utc_too(browser_of, organisation, client_person):
    client_person.time_zone = "Asia/Tokyo"
    client_person.save()
    brief = make_brief(organisation)
    shown = browser_of(client_person).get(f"/api/v1/briefs/{brief.public_id}/").json()
    assert shown["published_at"].endswith("Z")


def test_two_currencies_make_no_budget(hirer, organisation):
    brief = make_draft_brief(organisation)
    body = {
        "budget_min": {"minor": 1, "currency": "USD"},
        "budget_max": {"minor": 2, "currency": "EUR"},
    }
    answer = hirer.send("PATCH", f"briefs/{brief.public_id}/", body)
    assert [error["pointer"] for error in problem_of(answer)["errors"]] == ["/budget_max"]


def test_pages_together_list_everything_once(anybody, organisation):
    ids = [str(make_brief(organisation).public_id) for _ in range(5)]
    page = anybody.read("briefs/", page_size=2).json()
    seen = [row["id"] for row in page["results"]]
    while page["next"]:
        page = anybody.get(page["next"]).json()
        seen += [row["id"] for row in page["results"]]
    assert seen == ids[::-1]


@pytest.mark.parametrize("values", [["x", "y"], [None, None], [{}, 1], ["\0", 1], "no list"])
def test_a_cursor_from_elsewhere_is_refused(anybody, values):
    cursor = base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
    answer = anybody.read("briefs/", cursor=cursor)
    assert problem_of(answer)["errors"] == [
        {"pointer": "/cursor", "detail": "This cursor leads nowhere."}
    ]
    assert anybody.get("/briefs/", {"after": cursor}).status_code == 200


def test_words_find_briefs_and_filters_narrow_them(anybody, organisation):
    brief = make_brief(organisation)
    for query, found in (
        ({"q": "prepaid subscribers"}, 1),
        ({"specialism": ["supervised", "nlp"]}, 1),
        ({"specialism": "nlp"}, 0),
        ({"currency": "USD", "budget": 1_400_000}, 1),
        ({"currency": "USD", "budget": 1_400_001}, 0),
    ):
        rows = anybody.read("briefs/", **query).json()["results"]
        assert (query, [row["id"] for row in rows]) == (query, [str(brief.public_id)] * found)


def test_a_price_without_a_currency_is_in_ones_own_or_refused(anybody, program_of, organisation):
    make_brief(organisation, currency="EUR")
    author = make_freelancer(currency="EUR")
    answer = program_of(author).read("briefs/", budget=900_000).json()
    assert (len(answer["results"]), answer["assumed_currency"]) == (1, "EUR")
    answer = program_of(author).read("briefs/", budget=900_000, currency="USD").json()
    assert (answer["results"], answer["assumed_currency"]) == ([], None)
    answer = program_of(author).read("freelancers/", most=400_000).json()
    assert (len(answer["results"]), answer["assumed_currency"]) == (1, "EUR")
    for path, query, field in (
        ("briefs/", {"budget": 1}, "/currency"),
        ("freelancers/", {"most": 1}, "/most"),
    ):
        refused = anybody.read(path, **query)
        assert refused.status_code == 400
        assert [error["pointer"] for error in problem_of(refused)["errors"]] == [field]


def test_too_many_requests_are_told_when_to_come_back(anybody, monkeypatch):
    monkeypatch.setattr(SimpleRateThrottle, "THROTTLE_RATES", {"anon": "1/min", "user": "1/min"})
    assert anybody.read("briefs/").status_code == 200
    answer = anybody.read("briefs/")
    assert (answer.status_code, problem_of(answer)["code"]) == (429, "throttled")
    assert re.fullmatch(r"[1-9]\d?", answer["Retry-After"])
