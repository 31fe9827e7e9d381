"""Public identifiers: unguessable, and ordered by time so that indexes stay compact."""

import uuid

from uuid6 import uuid7


def new_id() -> uuid.UUID:
    """A UUID of version 7 (RFC 9562) as the standard library's type."""
    return uuid.UUID(bytes=uuid7().bytes)
