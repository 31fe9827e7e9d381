"""The staff of the demo marketplace."""

from local.demo.content.shapes import Member

DOMAIN = "holdout.example"

STAFF = (
    Member(
        name="Ada Lindholm",
        role="moderator",
        zone="Europe/Helsinki",
        try_this="What waits for a moderator: a bank's dispute to answer, and one that was lost.",
    ),
    Member(
        name="Ravi Menon",
        role="admin",
        zone="Asia/Kolkata",
        try_this="The ledger explorer: accounts, movements, and a trial balance of zero.",
    ),
)
