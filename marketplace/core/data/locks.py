"""Locking one row; in which order rows are locked: docs/decisions/0020-lock-order.md."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from marketplace.core.data.errors import Gone


def lock(subject: models.Model, **also: Any) -> dict[str, Any]:
    """Lock the row of `subject` until the transaction ends, and read it afresh in place.

    What it points to is loaded anew when it is asked for. Returns the ORM expressions `also`
    by name, read by the same query. Raises Gone if the row was deleted.
    """
    model = type(subject)
    try:
        fresh = model._base_manager.annotate(**also).select_for_update().get(pk=subject.pk)
    except ObjectDoesNotExist:
        raise Gone() from None
    for field in model._meta.concrete_fields:
        setattr(subject, field.attname, getattr(fresh, field.attname))
        if field.is_relation:
            subject._state.fields_cache.pop(field.name, None)
    return {name: getattr(fresh, name) for name in also}
