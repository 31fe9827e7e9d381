"""`make run`: the whole marketplace on this machine, until Ctrl-C."""

import hashlib
import os
import textwrap

from local import register, site
from local.folders import HOME, ROOT, prepare
from local.ports import WISHES
from local.progress import say
from local.stack import Stack, make_stack
from local.supervisor import Supervisor


def run() -> None:
    """Start everything, say what to try, and watch; raises Died, Running, KeyboardInterrupt."""
    with register.held(prepare(HOME)):
        wishes = {**WISHES, "web": int(os.environ.get("PORT", WISHES["web"]))}
        stack = make_stack(HOME, wishes=wishes, given=given())
        explain(stack, wishes)
        with Supervisor(stack) as supervisor:
            supervisor.start_servers("postgres", "redis", "stripe")
            migrate(supervisor)
            collect(supervisor)
            # Before there is a worker: the demo does the jobs that it promises itself.
            fill(supervisor)
            supervisor.start(site.start_web, site.start_worker, site.start_beat)
            welcome(stack)
            supervisor.watch()


def given() -> dict[str, str]:
    """The surroundings; static files are collected unless somebody edits them."""
    edits = "RELOAD" in os.environ
    return {**os.environ, **({} if edits else {"STATIC_ROOT": str(HOME / "static")})}


def explain(stack: Stack, wishes: dict[str, int]) -> None:
    """Say what differs from what one would expect."""
    if stack.ports["web"] != wishes["web"]:
        say(f"Port {wishes['web']} is taken: using {stack.ports['web']}")
    for server, variable in (
        ("postgres", "DATABASE_URL"),
        ("redis", "REDIS_URL"),
        ("stripe", "STRIPE_SECRET_KEY"),
    ):
        if server not in stack.embedded:
            say(f"Using the {variable} of your environment")


def migrate(supervisor: Supervisor) -> None:
    """Bring the tables up to date, unless nothing changed since it was last done."""
    found = (*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py"))
    files = sorted(str(path) for path in found)
    libraries = (ROOT / "requirements.txt").read_text()
    since = [*files, libraries]
    once(supervisor, "Tables", "migrate", "--no-input", since=since, by_owner=True)


def collect(supervisor: Supervisor) -> None:
    """Give static files the names by which browsers may keep them, unless nothing changed."""
    if "STATIC_ROOT" in supervisor.stack.env:
        files = [f"{path} {path.stat().st_mtime_ns}" for path in sorted(ROOT.glob("static/**/*.*"))]
        since = [*files, (ROOT / "requirements.txt").read_text()]
        once(supervisor, "Static files", "collectstatic", "--no-input", "--clear", since=since)


def fill(supervisor: Supervisor) -> None:
    """Fill the demo marketplace and list its people, once in each database."""
    if supervisor.stack.env["HOLDOUT_DEMO"] == "true":
        once(supervisor, "Demo marketplace", "fill_demo", since=[], aloud=True)
        once(supervisor, "Demo people", "demo_people", since=[supervisor.stack.env["SITE_URL"]])


def once(
    supervisor: Supervisor,
    title: str,
    command: str,
    *words: str,
    since: list[str],
    aloud: bool = False,
    by_owner: bool = False,
) -> None:
    """Run a management command unless it was run on this database since these things changed."""
    stack = supervisor.stack
    mark = stack.home / f"{command}.done"
    database = stack.env["DATABASE_OWNER_URL"] or stack.env["DATABASE_URL"]
    content = "\n".join([database, *since])
    state = hashlib.sha256(content.encode()).hexdigest()
    if not mark.exists() or mark.read_text() != state:
        child = site.manage(stack, command, *words, by_owner=by_owner)
        supervisor.run_once(title, child, aloud=aloud)
        mark.write_text(state)


def welcome(stack: Stack) -> None:
    address = stack.env["SITE_URL"]
    people = stack.log("demo_people")
    guide = people.read_text() + "\n" if people.exists() else ""
    say(
        f"\n  Holdout is at {address}\n\n"
        f"{textwrap.indent(guide, '  ')}"
        "  Try first: post a brief as a client, propose to it as a freelancer, accept, sign,\n"
        "  fund a milestone with the card 4242 4242 4242 4242, deliver, approve.\n\n"
        f"  Mail:      {address}/dev/mail/\n"
        f"  Logs:      {stack.home.relative_to(ROOT)}/log/\n"
        "  Ctrl-C stops everything and keeps the data; `make reset` starts afresh.\n"
    )
