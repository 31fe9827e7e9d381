"""What becomes of an account later: what it was asked for in vain restricts it."""

from local.stripe_sandbox import accounts, thin_events, timers
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.clock import DAY, stamp
from local.stripe_sandbox.storage import Doc


def ask(box: Box, account: Doc, descriptions: list[str], *, days: int) -> Doc:
    """Ask a person for more, to be given within so many days."""
    due = box.clock.now() + days * DAY
    asked = [{"description": each, "due": stamp(due), "overdue": False} for each in descriptions]
    account = box.storage.save(account | {"_asks": asked})
    thin_events.emit(box, "v2.core.account[requirements].updated", account)
    timers.start(box, due=due, name="requirements due", subject=account["id"])
    return account


@timers.on("requirements due")
def restrict(box: Box, id: str) -> None:
    """Restrict an account that still owes what is due by now."""
    account = box.storage.get(id, "v2.core.account") or {}
    now = box.clock.stamp()
    late = [each | {"overdue": each["due"] <= now} for each in account.get("_asks") or []]
    if any(each["overdue"] for each in late):
        accounts.set_status(box, account | {"_asks": late}, "restricted")
