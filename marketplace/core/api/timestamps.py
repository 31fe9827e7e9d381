"""A moment that a program names."""

import re
from typing import Any

from rest_framework import serializers

# RFC 3339, with the offset that it asks for.
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", re.ASCII)


class Timestamp(serializers.DateTimeField):
    """Whole seconds of RFC 3339; a clock time without its offset would be anybody's guess."""

    default_error_messages = {
        "stamp": "Give a time with its offset, such as 2026-11-30T09:00:00+01:00.",
        "fraction": "Give whole seconds.",
    }

    def to_internal_value(self, value: Any) -> Any:
        if not (isinstance(value, str) and STAMP.fullmatch(value)):
            self.fail("stamp")
        moment = super().to_internal_value(value)
        if moment.microsecond:
            self.fail("fraction")
        return moment
