"""Order as people look things up: case and accents count only where nothing else differs.

PostgreSQL's ICU collations would do this, but not every build has them (the one that development
brings does not), and a libc collation is another one on each machine. See UTS #10, levels 1 to 3.
"""

import unicodedata
from typing import Any

from django.db.models import CharField, F, Func
from django.db.models.functions import Lower


class Unaccent(Func):
    function = "unaccent"
    arity = 1
    output_field = CharField()


def letters_of(field: str) -> Lower:
    """The column without case and accents."""
    return Lower(Unaccent(F(field)))


def alphabetically(field: str) -> tuple[Any, Any]:
    """For `order_by`: by the letters of `field`, then as it is written."""
    return letters_of(field), F(field)


def letters(text: str) -> tuple[str, str]:
    """The same order for `sorted`: Åland stands before Albania, apfel before Zeta."""
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.casefold(), text
