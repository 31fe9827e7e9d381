"""Migrations run once: each process of a run begins with a copy of what they made.

The template is kept under the hash of the migrations, so that a server that outlives the run
(TEST_DATABASE_URL) serves the next one too.
"""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.migrations.loader import MigrationLoader

# Any number that nobody else locks.
LOCK = 1_869_371_748


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: Any
) -> None:
    """Goes before pytest-django makes the database of this process."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"].update(TEMPLATE=template(), MIGRATE=False)


def template() -> str:
    """The name of a database with all migrations; whoever comes first makes it."""
    name = f"template_{connection.settings_dict['NAME']}_{key()}"
    with alone() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            migrate(f"unfinished_{name}")
            cursor.execute(f'ALTER DATABASE "unfinished_{name}" RENAME TO "{name}"')
    return name


def key() -> str:
    """Changes with any migration of ours or of a library."""
    migrations = MigrationLoader(None).disk_migrations.values()
    files = sorted(str(sys.modules[migration.__module__].__file__) for migration in migrations)
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in files)).hexdigest()[:12]


@contextmanager
def alone() -> Iterator[CursorWrapper]:
    """The other processes of the run wait until this one is done."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        yield cursor


def migrate(name: str) -> None:
    usual = connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"]
    connection.settings_dict["TEST"]["NAME"] = name
    try:
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        connection.close()
    finally:
        connection.settings_dict["NAME"], connection.settings_dict["TEST"]["NAME"] = usual
