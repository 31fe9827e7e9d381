"""Pages of what a search found: what it ranked is known, so that only the page itself is read."""

from marketplace.core.data.search.finding import Found
from marketplace.core.web.pages import PAGE_SIZE, KeysetPage, UnreadableCursor, decoded, keyset_page

# For those that have gone since they were ranked.
SPARE = 10


def found_page(
    found: Found, *, after: str = "", size: int = PAGE_SIZE, is_strict: bool = False
) -> KeysetPage:
    """As `keyset_page` of its rows."""
    rows = found.rows
    if found.ranked:
        begin = _place(found, after) if after else 0
        rows = found.part(begin, begin + size + 1 + SPARE)
    return keyset_page(rows, keys=found.keys, after=after, size=size, is_strict=is_strict)


def _place(found: Found, after: str) -> int:
    """How many stand before the page; none where the cursor makes no sense."""
    try:
        score, key = decoded(after, length=2)
        return sum((one_score, one) >= (score, key) for one, one_score in found.ranked)
    except (UnreadableCursor, TypeError):
        return 0
