"""What a search reads: an entry for each subject that may be found, and the words that they use.

Postgres keeps both, by triggers, in the transaction that changes a subject; nothing else writes
them. See docs/decisions/0025-search.md.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models


class Entry(models.Model):
    """A subject as its search knows it. A change makes a new one, so that `id` grows with news.

    `keys` are its filters and names as words (“industry:retail”, “name:ana”), which the one
    index intersects with the words of the text.
    """

    words = SearchVectorField()
    keys = ArrayField(models.TextField())

    class Meta:
        abstract = True
        # Without the list of what waits for the index, which every search would have to read.
        indexes = [
            GinIndex(fields=["words", "keys"], name="%(class)s_found", fastupdate=False),
        ]


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
