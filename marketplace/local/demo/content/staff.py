"""The staff of the demo marketplace."""

from marketplace.local.demo.content.shapes import Member

DOMAIN = "holdout.example"

STAFF = (
    Member(
        name="Ada Lindholm",
        role="moderator",
        zone="Europe/Helsinki",
        try_this="The moderator's home: what waits, and the event log of every act.",
    ),
    Member(
        name="Ravi Menon",
        role="admin",
        zone="Asia/Kolkata",
        try_this="The ledger explorer: accounts, movements, and a trial balance of zero.",
    ),
)
