"""Words that nobody uses, taken for known ones before a search: “chrun” for churn."""

import re
from dataclasses import dataclass

from django.db import connection
from psycopg2 import sql

from marketplace.core.data.alphabet import plain
from marketplace.core.data.search.models import KnownWord

# What may be misspelt: neither quoted, excluded, a number nor C++.
QUOTED = r'"[^"]*"?'
WORD = r"(?<![\w.+#/-])[^\W\d_]{4,40}(?![\w+#/-])"
MOST_WORDS = 8

# Of each word that no entry uses in any form: the known ones that are most like it by their
# trigrams, and those of the same letters.
LIKE = """
SELECT typed.number, near.word, near.uses
FROM unnest(%(typed)s::text[]) WITH ORDINALITY typed (word, number),
    LATERAL search_plain(typed.word) plain,
    LATERAL to_tsvector('english', plain) stems,
    LATERAL (
        (
            SELECT word, uses FROM {words} WHERE word %% plain
            ORDER BY similarity(word, plain) DESC, uses DESC LIMIT 20
        )
        UNION
        SELECT word, uses FROM {words} WHERE letters = search_letters(plain)
    ) near
WHERE stems <> '' AND NOT EXISTS (
    SELECT FROM {words} WHERE stem = ANY (tsvector_to_array(stems))
)
"""


def corrected(text: str, words: type[KnownWord]) -> str:
    """The text with known words in place of those that are misspelt; the same text without any."""
    found = list(re.finditer(f"{QUOTED}|{WORD}", text))
    places = [place for place in found if place[0][0] != '"'][:MOST_WORDS]
    better = _known_words([place[0] for place in places], words) if places else {}
    for number, place in reversed(list(enumerate(places, start=1))):
        if number in better:
            text = text[: place.start()] + better[number] + text[place.end() :]
    return text


def _known_words(typed: list[str], words: type[KnownWord]) -> dict[int, str]:
    """By the place in `typed` (from 1), the best known word, of those in which nobody is right."""
    query = sql.SQL(LIKE).format(words=sql.Identifier(words._meta.db_table))
    with connection.cursor() as cursor:
        cursor.execute(query, {"typed": typed})
        rows = cursor.fetchall()
    choices: dict[int, list[Likeness]] = {}
    for number, word, uses in rows:
        likeness = Likeness(distance(plain(typed[number - 1]), word), -uses, word)
        choices.setdefault(number, []).append(likeness)
    best = {number: min(found) for number, found in choices.items()}
    return {
        number: found.word
        for number, found in best.items()
        if found.steps <= most_steps(typed[number - 1])
    }


@dataclass(frozen=True, order=True)
class Likeness:
    steps: int
    rarity: int
    word: str


def most_steps(word: str) -> int:
    """Of a short word every second letter would make another one."""
    return 1 if len(word) < 6 else 2


def distance(typed: str, known: str) -> int:
    """Steps from one to the other; the beginning of a word is one away, while somebody types."""
    return 1 if known.startswith(typed) else steps(typed, known)


def steps(typed: str, known: str) -> int:
    """Letters to add, drop, change or swap with their neighbour (optimal string alignment)."""
    before, last = list[int](), list(range(len(known) + 1))
    for row, letter in enumerate(typed, start=1):
        line = [row]
        for column, other in enumerate(known, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != other))
            pair = typed[row - 2 : row], known[column - 2 : column]
            if row > 1 and column > 1 and pair[0] == pair[1][::-1]:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
