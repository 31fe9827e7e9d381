"""When a week begins, is charged, closes and is answered: product.md, section 3, all in UTC.

Pure functions of moments, so that the schedule only carries out what they say: late, twice, or
after days without a beat.
"""

from datetime import UTC, datetime, time, timedelta

WEEK = timedelta(days=7)
# From the Monday on which a week begins, backwards: Friday, Saturday, Sunday at noon.
TRIES_BEFORE = (timedelta(hours=60), timedelta(hours=36), timedelta(hours=12))
# Money of a charge that is older is not carried on to a further week.
CARRIED_FOR = 4 * WEEK
# After its last moment a week can be corrected until Monday noon.
CLOSES_AFTER = timedelta(hours=12)
# Friday, 23:59.
ANSWERED_AFTER = timedelta(days=4, hours=23, minutes=59)
# A week that is handed in late leaves the client as long to answer; so much is no delay.
SLACK = timedelta(hours=1)


def monday_of(moment: datetime) -> datetime:
    """The Monday, 00:00 UTC, of the week that a moment lies in."""
    there = moment.astimezone(UTC)
    monday = there.date() - timedelta(days=there.weekday())
    return datetime.combine(monday, time(), tzinfo=UTC)


def first_monday(funded_at: datetime) -> datetime:
    """When the first week begins whose money comes then.

    It is the running one, unless the next one would be charged already.
    """
    monday = monday_of(funded_at)
    return monday if funded_at < monday + WEEK - TRIES_BEFORE[0] else monday + WEEK


def tries_before(starts_at: datetime) -> tuple[datetime, ...]:
    """When the saved method is charged for the week that begins then."""
    return tuple(starts_at - before for before in TRIES_BEFORE)


def charged_from(starts_at: datetime) -> datetime:
    """When the saved method is charged first for the week that begins then."""
    return tries_before(starts_at)[0]


def next_start(ended_at: datetime, now: datetime) -> datetime:
    """When the week after one begins. Those that passed without one are skipped."""
    return max(ended_at, monday_of(now))


def week_to_lay_down(ended_at: datetime, now: datetime) -> datetime | None:
    """When the next week begins that is to be charged by now; `ended_at` is the newest one's end.

    Weeks that passed without one are skipped: nobody worked in them.
    """
    starts_at = next_start(ended_at, now)
    return starts_at if now >= charged_from(starts_at) else None


def covered_until(now: datetime) -> datetime:
    """To which moment a running contract has its weeks laid down by now."""
    monday = monday_of(now)
    return monday + (WEEK if now < charged_from(monday + WEEK) else 2 * WEEK)


def closes_at(ends_at: datetime) -> datetime:
    """From then on the lines of the week that ends at `ends_at` stand."""
    return ends_at + CLOSES_AFTER


def answer_until(ends_at: datetime, handed_in_at: datetime) -> datetime:
    """When silence approves a week."""
    due = ends_at + ANSWERED_AFTER
    late = handed_in_at - closes_at(ends_at)
    return due + late if late > SLACK else due
