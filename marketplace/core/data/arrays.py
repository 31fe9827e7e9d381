"""Membership in a list that a subquery makes first, by itself."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, QuerySet


class AnyOf(Func):
    """`field` is one of `values`, a queryset of one column: `field = ANY(ARRAY(SELECT …))`.

    Postgres reads the list once and then looks each value up in an index. Of several
    `IN (SELECT …)` joined by OR it has no choice but to test every row of the table.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("

    def __init__(self, field: str, values: QuerySet[Any, Any], **extra: Any) -> None:
        super().__init__(F(field), ArraySubquery(values), output_field=BooleanField(), **extra)
