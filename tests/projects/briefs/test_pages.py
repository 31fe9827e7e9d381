import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from projects.briefs.models.briefs import Brief
from tests.factories.projects import CHURN_BRIEF, make_brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def hirer(browser_of, client_person) -> Client:
    return browser_of(client_person)


def typed(**changes: str) -> dict[str, object]:
    """The brief of the factories as somebody would type it."""
    words = {name: value for name, value in CHURN_BRIEF.items() if name not in ("tools", "phases")}
    return words | {
        "tools": "Python, LightGBM",
        "phases": ["data", "modelling"],
        "budget_min": "9,000",
        "budget_max": "14,000.00",
        "visibility": "listed",
        **changes,
    }


def test_a_brief_starts_with_its_title(hirer, organisation):
    response = hirer.post("/briefs/new/", {"organisation": organisation.pk, "title": "Churn"})
    brief = Brief.objects.get()
    assert response["Location"] == f"/briefs/{brief.public_id}/edit/"
    assert (brief.title, brief.state, brief.organisation) == ("Churn", "draft", organisation)


def test_nobody_posts_for_a_strange_organisation(browser_of, stranger, organisation):
    data = {"organisation": organisation.pk, "title": "Churn"}
    assert browser_of(stranger).post("/briefs/new/", data).status_code == 422
    assert Brief.objects.count() == 0


def test_the_form_saves_all_it_shows(hirer, draft_brief):
    Brief.objects.filter(pk=draft_brief.pk).update(budget_min=None, tools=[], problem="")
    address = f"/briefs/{draft_brief.public_id}/edit/"
    assert hirer.post(address, typed()).status_code == 302
    draft_brief.refresh_from_db()
    assert {name: getattr(draft_brief, name) for name in CHURN_BRIEF} == CHURN_BRIEF


def test_yen_have_no_decimals(hirer, draft_brief):
    address = f"/briefs/{draft_brief.public_id}/edit/"
    amounts = {"currency": "JPY", "budget_min": "1,500,000", "budget_max": "2500000"}
    assert hirer.post(address, typed(**amounts)).status_code == 302
    draft_brief.refresh_from_db()
    assert (draft_brief.budget_min, draft_brief.budget_max) == (1_500_000, 2_500_000)
    assert hirer.post(address, typed(**amounts | {"budget_max": "100.5"})).status_code == 422


def test_a_mistake_keeps_what_was_typed(hirer, draft_brief):
    address = f"/briefs/{draft_brief.public_id}/edit/"
    response = hirer.post(address, typed(budget_min="nine", title="A new title"))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["budget_min"]
    assert 'value="nine"' in response.content.decode()
    assert 'value="A new title"' in response.content.decode()


def test_a_draft_is_saved_while_it_is_written(hirer, draft_brief):
    address = f"/briefs/{draft_brief.public_id}/draft/"
    assert hirer.post(address, typed(problem="Half a sent")).status_code == 204
    assert hirer.post(address, typed(problem="Half a sentence", weeks="x")).status_code == 422
    draft_brief.refresh_from_db()
    assert (draft_brief.problem, draft_brief.weeks) == ("Half a sentence", 8)


def test_an_open_brief_is_not_saved_behind_the_back(hirer, brief):
    address = f"/briefs/{brief.public_id}/draft/"
    assert hirer.post(address, typed(problem="Half a sent")).status_code == 404
    assert Brief.objects.get(pk=brief.pk).problem == brief.problem


def test_a_refused_publication_shows_what_is_missing_with_links(hirer, draft_brief):
    Brief.objects.filter(pk=draft_brief.pk).update(goal_kpi="", specialisms=[])
    address = f"/briefs/{draft_brief.public_id}/"
    page = hirer.post(f"{address}publication/", follow=True)
    assert [part.field for part in page.context["missing"]] == ["goal_kpi", "specialisms"]
    assert f'{address}edit/#id_goal_kpi-field"' in page.content.decode()
    assert f'{address}edit/#id_specialisms-field"' in page.content.decode()
    assert Brief.objects.get(pk=draft_brief.pk).state == "draft"


def test_the_fields_that_the_links_lead_to_exist(hirer, draft_brief):
    Brief.objects.filter(pk=draft_brief.pk).update(problem="", industry="", weeks=None)
    page = hirer.get(f"/briefs/{draft_brief.public_id}/")
    form = hirer.get(f"/briefs/{draft_brief.public_id}/edit/").content.decode()
    fields = [part.field for part in page.context["missing"]]
    assert [f'id="id_{field}-field"' in form for field in fields] == [True] * 3


def test_publish_pause_reopen_close(hirer, draft_brief):
    address = f"/briefs/{draft_brief.public_id}/"
    states = []
    for act in ("publication", "pause", "reopening", "activity", "closing"):
        assert hirer.post(f"{address}{act}/", {"why": ""}).status_code == 302
        states.append(Brief.objects.get(pk=draft_brief.pk).state)
    assert states == ["open", "paused", "open", "open", "closed"]


def test_an_edit_that_empties_a_published_brief_is_refused_at_the_field(hirer, brief):
    response = hirer.post(f"/briefs/{brief.public_id}/edit/", typed(problem=""))
    assert response.status_code == 422
    assert response.context["form"].errors["problem"] == [
        "Say what happens today and what it costs."
    ]
    assert Brief.objects.get(pk=brief.pk).problem == brief.problem


def test_a_file_is_attached_and_taken_off(hirer, brief):
    upload = SimpleUploadedFile("columns.csv", b"column,meaning\n")
    assert hirer.post(f"/briefs/{brief.public_id}/files/", {"upload": upload}).status_code == 302
    file = brief.attachments.get()
    answer = hirer.get(f"/brief-files/{file.public_id}/")
    assert b"".join(answer.streaming_content) == b"column,meaning\n"
    assert answer["Content-Disposition"] == 'attachment; filename="columns.csv"'
    assert hirer.post(f"/brief-files/{file.public_id}/removal/").status_code == 302
    assert brief.attachments.count() == 0


def test_a_program_is_refused_at_the_field(hirer, brief):
    upload = SimpleUploadedFile("columns.exe", b"MZ")
    response = hirer.post(f"/briefs/{brief.public_id}/files/", {"upload": upload})
    assert response.status_code == 422
    assert brief.attachments.count() == 0


def test_own_briefs_cost_the_same_for_one_and_three(hirer, organisation, draft_brief):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert hirer.get("/briefs/mine/").status_code == 200
        return len(captured)

    hirer.get("/briefs/mine/")
    one = queries()
    make_brief(organisation)
    make_brief(organisation)
    assert queries() == one
    assert one <= 6


def test_what_people_write_cannot_become_markup(client, organisation):
    brief = make_brief(organisation, title="<script>x</script>", problem="<img src=x onerror=y>")
    page = client.get(f"/briefs/{brief.public_id}/").content.decode()
    assert "<script>x" not in page
    assert "<img" not in page
