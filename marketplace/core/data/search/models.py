"""What a search reads: an entry for each subject that may be found, and the words that they use.

Postgres keeps both, by triggers, in the transaction that changes a subject; nothing else writes
them. See docs/decisions/0025-search.md.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from pgvector.django import HalfVectorField, HnswIndex

from marketplace.core.data.search.vectors import DIMENSIONS

# Of a long text; a vector of many words is near to nothing.
BEGINNING = 300


class Entry(models.Model):
    """A subject as its search knows it. A change makes a new one, so that `id` grows with news.

    `keys` are its filters and names as words (“industry:retail”, “name:ana”), which the one
    index intersects with the words of the text. A new entry has no `embedding` until a job gives
    it one, unless its words are those of the entry before.
    """

    # What `told` reads, for many entries at once.
    tellers: ClassVar[tuple[str, ...]] = ()

    words = SearchVectorField()
    keys = ArrayField(models.TextField())
    embedding = HalfVectorField(dimensions=DIMENSIONS, null=True)

    class Meta:
        abstract = True
        indexes = [
            # Without the list of what waits for the index, which every search would have to read.
            GinIndex(fields=["words", "keys"], name="%(class)s_found", fastupdate=False),
            HnswIndex(
                fields=["embedding"], name="%(class)s_near", opclasses=["halfvec_cosine_ops"]
            ),
            models.Index(fields=["-id"], name="%(class)s_bare", condition=models.Q(embedding=None)),
        ]

    @property
    def told(self) -> str:
        """What the subject is about, in few enough words to be one point."""
        raise NotImplementedError


class KnownWord(models.Model):
    """A word of at least four letters that entries use, plain, with how many did when counted."""

    word = models.CharField(max_length=40, primary_key=True)
    stem = models.CharField(max_length=40, db_index=True)
    letters = models.CharField(max_length=40, db_index=True, help_text="the word's, in order")
    uses = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        indexes = [GinIndex(fields=["word"], name="%(class)s_like", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.word


def count_words(words: type[KnownWord], entries: type[Entry]) -> None:
    """Count anew in how many entries each word stands."""
    with connection.cursor() as cursor:
        tables = [words._meta.db_table, entries._meta.db_table]
        cursor.execute("SELECT search_count(%s, %s)", tables)


def beginning(text: str) -> str:
    return text[:BEGINNING]
