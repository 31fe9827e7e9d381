"""What projects does on news from below."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.signals import organisation_let_in
from marketplace.core.data.jobs import enqueue
from projects.queries.search import LEAST_LIKENESS


@receiver(connection_created)
def forgive_typing_errors(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Sets how alike words must be for the trigram index; Postgres's own 0.6 is too strict.

    It is set on the connection because the index operator takes it from nowhere else, and by
    SET because a pooler may refuse it as a start-up option.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET pg_trgm.word_similarity_threshold = %s", [LEAST_LIKENESS])


@receiver(organisation_let_in)
def give_time(organisation: Organisation, **_: Any) -> None:
    """Nothing ran out while nobody could decide; what had nearly run out gets time again."""
    enqueue("projects.give_time_again", organisation_id=organisation.pk)
