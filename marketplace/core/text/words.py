"""Words of people where only so much of them fits."""

import regex

GRAPHEME = regex.compile(r"\X")
ELLIPSIS = "…"


def shortened(text: object, most: int) -> str:
    """`text` in at most `most` characters, an ellipsis in place of its end if it is longer.

    It is never cut inside what a reader sees as one character: an accent stays with its
    letter, a family of emoji together.
    """
    words = str(text)
    if len(words) <= most:
        return words
    end = 0
    for grapheme in GRAPHEME.finditer(words):
        if grapheme.end() > most - len(ELLIPSIS):
            break
        end = grapheme.end()
    return words[:end].rstrip() + ELLIPSIS


def sentence(template: str, *words: object, most: int) -> str:
    """`template` with each `{}` filled by what people typed, in at most `most` characters.

    The longest words are shortened first and as little as it takes, so that the sentence
    itself stays whole: “{} has left {}” never loses who, what or where.
    """
    typed = [" ".join(str(word).split()) for word in words]
    room = most - len(template.format(*[""] * len(typed)))
    limit = _even_limit([len(word) for word in typed], room)
    return template.format(*(shortened(word, limit) for word in typed))


def _even_limit(lengths: list[int], room: int) -> int:
    """How long each may be at most, so that all of them fit into `room`."""
    waiting = sorted(lengths)
    while waiting and waiting[0] <= room // len(waiting):
        room -= waiting.pop(0)
    return room // len(waiting) if waiting else max(lengths, default=0)
