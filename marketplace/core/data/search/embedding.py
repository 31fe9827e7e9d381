"""Gives new entries their vectors, a while after the transaction that wrote them.

Until then an entry is found by its words alone.
"""

from django.db import transaction

from marketplace.core.data.search.models import Entry
from marketplace.core.data.search.vectors import vectors_of

BATCH = 200


def embed(entries: type[Entry]) -> None:
    """Until no entry is without a vector that nobody else is giving one."""
    while _embed_some(entries):
        pass


@transaction.atomic
def _embed_some(entries: type[Entry]) -> int:
    """The newest first. An entry that changes meanwhile waits for this, and begins anew."""
    bare = entries._default_manager.filter(embedding=None).order_by("-id")
    locked = list(bare.select_for_update(skip_locked=True).values_list("pk", flat=True)[:BATCH])
    mine = entries._default_manager.filter(pk__in=locked).prefetch_related(*entries.tellers)
    some = list(mine)
    vectors = vectors_of([entry.told for entry in some]) if some else []
    for entry, vector in zip(some, vectors, strict=True):
        entry.embedding = vector
    entries._default_manager.bulk_update(some, ["embedding"])
    return len(some)
