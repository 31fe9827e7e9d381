"""A Postgres of one test's own, which it may crash, and the product's processes moved onto it."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.db import connection
from django.test import override_settings

from local import account, postgres
from local.ports import WISHES
from local.process import Child
from local.stack import Stack, make_stack


class PrivatePostgres:
    """Keeps its data over a crash: it waits for the disk, unlike that of the other tests."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._server: Child | None = None

    @property
    def home(self) -> Path:
        return self._stack.home

    @property
    def owner_url(self) -> str:
        return self._stack.env["DATABASE_OWNER_URL"]

    @property
    def address(self) -> dict[str, object]:
        url = urlsplit(self.owner_url)
        return {
            "HOST": url.hostname,
            "PORT": url.port,
            "USER": url.username,
            "PASSWORD": url.password,
            "NAME": url.path.strip("/"),
        }

    def start(self) -> None:
        self._server = postgres.start(self._stack)
        self._server.wait_ready()

    def crash(self) -> None:
        """Every session ends in the middle; what was not committed is gone."""
        assert self._server is not None
        os.kill(self._server.pid, signal.SIGQUIT)
        self._server.process.wait(timeout=30)

    def stop(self) -> None:
        assert self._server is not None
        self._server.stop()


@contextmanager
def private_postgres() -> Iterator[PrivatePostgres]:
    home = Path(tempfile.mkdtemp(prefix="holdout-crash-"))
    given = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    server = PrivatePostgres(make_stack(home, wishes=dict.fromkeys(WISHES, 0), given=given))
    server.start()
    try:
        yield server
    finally:
        server.stop()
        account.forget(home)


@contextmanager
def everything_moved_to(server: PrivatePostgres) -> Iterator[None]:
    """This process, its threads and those that it starts use the other database meanwhile."""
    before = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(server.address)
    try:
        with override_settings(DATABASE_OWNER_URL=server.owner_url):
            copy_tables(before, server)
            yield
    finally:
        connection.close()
        connection.settings_dict.update(before)


def copy_tables(origin: dict[str, Any], server: PrivatePostgres) -> None:
    """What the migrations made in the test's database, without migrating anew."""
    programs = postgres.find_programs(server.home)
    place = f"{origin['HOST']}:{origin['PORT']}/{origin['NAME']}"
    url = f"postgres://{origin['USER']}:{origin['PASSWORD']}@{place}"
    dump = [programs / "pg_dump", "--no-owner", "--no-privileges", url]
    fill = [programs / "psql", "--quiet", "--set=ON_ERROR_STOP=1", server.owner_url]
    written = subprocess.check_output(dump)
    subprocess.run(fill, input=written, stdout=subprocess.DEVNULL, check=True)
