"""The time of a contract as CSV, for both sides."""

import pytest

from contracts.timesheets.models.entries import TimeEntry

pytestmark = pytest.mark.django_db


def test_the_time_of_a_contract_is_a_table(hirer, author, hourly, handed_in, contested):
    TimeEntry.objects.filter(task="Day 1").update(task="=1+1", note="@SUM(A1)")
    path = f"contracts/{hourly.public_id}/time.csv"
    answer = author.read(path)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = answer.content.decode().lstrip("\ufeff").splitlines()
    assert (len(rows), hirer.read(path).content) == (4, answer.content)
    assert rows[1] == (
        '"2026-11-02","09:00:00","11:00:00","2.0000","Day 0","","","no","160.00","USD","Contested"'
    )
    assert '"\'=1+1","\'@SUM(A1)"' in rows[2]
    query = {"from": "2026-11-03", "to": "2026-11-03"}
    assert answer_lines(author.read(path, **query)) == rows[2:3]


def answer_lines(answer):
    return answer.content.decode().lstrip("\ufeff").splitlines()[1:]


def test_a_table_of_days_that_are_none_is_refused(author, browser_of, freelancer_person, hourly):
    path = f"contracts/{hourly.public_id}/time.csv"
    for query in ({"from": "yesterday"}, {"to": "2026-11-31"}, {"since": "2026-11-02"}):
        assert author.read(path, **query).status_code == 400
    page = browser_of(freelancer_person)
    assert page.get(f"/{path}", {"from": "yesterday"}).status_code == 404
    widest = {"from": "0001-01-01", "to": "9999-12-31"}
    assert page.get(f"/{path}", widest).content == author.read(path, **widest).content


def test_the_room_leads_to_the_table(browser_of, client_person, hourly):
    page = browser_of(client_person).get(hourly.get_absolute_url()).content.decode()
    assert f'href="/contracts/{hourly.public_id}/time.csv"' in page
