"""Order as people look things up: case, accents and quotation marks before the first letter
count only where nothing else differs.

PostgreSQL's ICU collations would do this, but not every build has them (the one that development
brings does not), and a libc collation is another one on each machine. See UTS #10, levels 1 to 3.
"""

import string
import unicodedata
from typing import Any

from django.db.models import CharField, F, Func, Value
from django.db.models.functions import Lower

# Letters of their own, which no accent explains; as PostgreSQL's unaccent writes them.
OWN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
    | {"æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
)
# Nobody looks for “Acme” under the quotation mark.
PASSED_OVER = string.punctuation + string.whitespace + "“”„‟‘’‚‛«»‹›–—…·¡¿"


class Unaccent(Func):
    function = "unaccent"
    arity = 1
    output_field = CharField()


class WithoutStart(Func):
    """`WithoutStart(text, characters)`: the text from the first other character on."""

    function = "ltrim"
    arity = 2
    output_field = CharField()


def letters_of(field: str) -> Lower:
    """The column without case, accents and what stands before its first letter or digit."""
    return Lower(WithoutStart(Unaccent(F(field)), Value(PASSED_OVER)))


def alphabetically(field: str) -> tuple[Any, Any]:
    """For `order_by`: by the letters of `field`, then as it is written."""
    return letters_of(field), F(field)


def letters(text: str) -> tuple[str, str]:
    """The same order for `sorted`: Åland stands before Albania, apfel before Zeta."""
    return plain(text).lstrip(PASSED_OVER), text


def plain(text: str) -> str:
    """The text without case and accents: “lukasz” of Łukasz."""
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.casefold().translate(OWN_LETTERS)
