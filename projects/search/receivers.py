from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

from projects.search.queries import LEAST_LIKENESS


@receiver(connection_created)
def forgive_typing_errors(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Sets how alike words must be for the trigram index; Postgres's own 0.6 is too strict.

    It is set on the connection because the index operator takes it from nowhere else, and by
    SET because a pooler may refuse it as a start-up option.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET pg_trgm.word_similarity_threshold = %s", [LEAST_LIKENESS])
