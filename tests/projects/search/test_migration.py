"""The migrations fill the search with what is there, and go back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.directory.queries.directory import directory
from projects.search.queries import Wanted, find_briefs
from tests.factories.accounts import make_freelancer
from tests.factories.projects import make_brief, make_draft_brief

BEFORE = [
    ("projects", "0004_brief_invitation"),
    ("accounts", "0008_out_of_reach"),
    ("core", "0005_never_emptied"),
]


def migrate(to: list[tuple[str, str]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    MigrationExecutor(connection).migrate(to)


@pytest.mark.long
def test_what_was_there_is_found(db):
    brief, freelancer = make_brief(), make_freelancer("Inês Carvalho")
    make_draft_brief()
    migrate(BEFORE)
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    found = find_briefs(Wanted(text="chrun"))
    assert (list(found.rows), found.instead) == ([brief], "churn")
    assert [row.user for row in directory(words="carvlaho").rows] == [freelancer]
