"""How programs speak of weeks in these tests."""


def usd(minor):
    return {"minor": minor, "currency": "USD"}


def address(unit, part=""):
    return f"weeks/{unit.public_id}/{part}"


def contested_lines(contest, part):
    return f"contested-lines/{contest.public_id}/{part}/"


def code_of(answer):
    return answer.status_code, answer.json()["code"]


def contest_body(unit, **changed):
    first = unit.time_entries.first()
    ground = {"ground": "not_worked", "why": "Not seen."}
    return {"lines": [str(first.public_id)]} | ground | changed


LINE = {
    "started_at": "2026-11-02T10:00:00+01:00",
    "ended_at": "2026-11-02T12:30:00+01:00",
    "task": "Feature table",
}
TERMS = {"rate": usd(9_000), "weekly_hours": 10, "note": "Fewer hours."}
