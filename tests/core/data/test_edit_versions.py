from datetime import date

import pytest

from marketplace.core.data.edit_versions import (
    EditedMeanwhile,
    VersionPassed,
    edit_version_of,
    entity_tag,
    refuse_passed_version,
)

READ = {"title": "Churn", "problem": "One in four leaves.\nWhy?", "due": None, "tools": ["dbt"]}


def refusal(seen, *, wanted, stored):
    with pytest.raises(EditedMeanwhile) as caught:
        refuse_passed_version(seen, wanted=wanted, stored=lambda: stored)
    return caught.value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", " Churn "),
        ("problem", "One in four leaves.\r\nWhy?"),
        ("due", ""),
        ("tools", ("dbt",)),
    ],
)
def test_what_reads_the_same_is_the_same_version(name, value):
    assert edit_version_of(READ | {name: value}) == edit_version_of(READ)


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "churn"), ("due", date(2027, 1, 1)), ("tools", []), ("tools", ["d", "bt"])],
)
def test_any_change_is_another_version(name, value):
    assert edit_version_of(READ | {name: value}) != edit_version_of(READ)


def test_a_later_save_is_refused_and_knows_what_it_left_alone():
    wanted, stored = READ | {"title": "Mine"}, READ | {"title": "Theirs", "tools": ["sql"]}
    refused = refusal(edit_version_of(READ), wanted=wanted, stored=stored)
    assert (refused.status, refused.untouched) == (409, {"problem", "due", "tools"})
    assert refused.edit_version == edit_version_of(stored)


def test_no_conflict_is_made_up():
    seen = edit_version_of(READ)
    for wanted, stored in [
        (READ | {"title": "Mine"}, READ),
        (READ | {"title": "Same"}, READ | {"title": "Same"}),
        ({"problem": "Mine"}, READ | {"problem": "Mine"}),
        (READ | {"title": "Mine"}, READ | {"state": "open"}),
    ]:
        refuse_passed_version(seen, wanted=wanted, stored=lambda now=stored: now)
    refuse_passed_version("", wanted={"title": "Mine"}, stored=lambda: READ | {"title": "Theirs"})


def test_a_program_states_the_tag_that_it_read():
    stored = READ | {"title": "Theirs"}
    refuse_passed_version(f"x,{entity_tag(stored)}", wanted={"title": "M"}, stored=lambda: stored)
    refused = refusal(entity_tag(READ), wanted={"title": "Mine"}, stored=stored)
    assert (type(refused), refused.status) == (VersionPassed, 412)


@pytest.mark.parametrize("seen", ["title:", ":", "a:b;;", "title:x;title"])
def test_a_version_that_was_tampered_with_is_not_the_stored_one(seen):
    assert refusal(seen, wanted={"title": "Mine"}, stored=READ).status == 409
