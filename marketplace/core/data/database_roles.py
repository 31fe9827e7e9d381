"""Who may do what in the database: one role owns the tables, the application's only uses them.

The owner migrates. The application's role reads and writes rows, but changes no table, function
or trigger, and empties no table. Whatever a trigger refuses everybody, such as changing an event,
that role may not even try: it cannot switch triggers off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

import pgtrigger
from django.conf import settings
from django.db import connection
from psycopg2 import sql

NOBODY_WRITES = "django_migrations"


@contextmanager
def as_owner() -> Iterator[None]:
    """The default connection is the owner's meanwhile, if there is one besides the application."""
    login = urlsplit(settings.DATABASE_OWNER_URL)
    if not login.username:
        yield
        return
    before = dict(connection.settings_dict)
    connection.close()
    owner = {"USER": unquote(login.username), "PASSWORD": unquote(login.password or "")}
    connection.settings_dict.update(owner)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def grant(role: str, password: str) -> None:
    """Make the role where it is missing, and give it its rights, no more and no less."""
    with connection.cursor() as cursor:
        cursor.execute(_sql(MAKE, role, password))
        for statement in RIGHTS:
            cursor.execute(_sql(statement, role))
        for table, rights in refused_rights().items():
            statement = f"REVOKE {', '.join(sorted(rights))} ON {{table}} FROM {{role}}"
            cursor.execute(_sql(statement, role, table=table))


# Roles belong to all databases of a server: another one may be migrated at the same moment.
MAKE = """
DO $role$ BEGIN
    CREATE ROLE {role} LOGIN PASSWORD {password};
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
END $role$
"""
RIGHTS = (
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC, {role}",
    "GRANT USAGE ON SCHEMA public TO {role}",
    "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
)


def refused_rights() -> dict[str, set[str]]:
    """By table, what a trigger refuses of every row; nobody writes what was migrated.

    A trigger with a condition leaves the right: a row of which some columns are frozen is still
    changed in its others, and locked for that.
    """
    refused = {NOBODY_WRITES: {"INSERT", "UPDATE", "DELETE"}}
    for model, trigger in pgtrigger.registered():
        if isinstance(trigger, pgtrigger.Protect) and trigger.get_condition(model) is None:
            rights = {str(one) for one in _operations(trigger.operation)} & {"UPDATE", "DELETE"}
            refused.setdefault(model._meta.db_table, set()).update(rights)
    return {table: rights for table, rights in refused.items() if rights}


def _operations(operation: Any) -> list[Any]:
    return list(getattr(operation, "operations", [operation]))


def _sql(statement: str, role: str, password: str = "", table: str = "") -> sql.Composed:
    return sql.SQL(statement).format(
        role=sql.Identifier(role), password=sql.Literal(password), table=sql.Identifier(table)
    )
