"""Words that are too long lose their end, never half a letter, and never the sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text.words import sentence, shortened

FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("a longer one", 9, "a longer…"),
        (f"ab{FAMILY}cd", 6, "ab…"),
        ("cafe\u0301s", 5, "caf…"),
        ("நிறுவனம்", 4, "நி…"),
    ],
)
def test_a_text_is_cut_between_what_readers_see_as_characters(text, most, kept):
    assert shortened(text, most) == kept


def test_the_longest_words_are_cut_first_and_the_sentence_never():
    told = sentence("{} offers you “{}” today", "Ada", "W" * 300, most=60)
    assert told == f"Ada offers you “{'W' * 36}…” today"
    assert len(told) == 60


def test_a_name_stays_on_one_line():
    assert sentence("{} left", "A\nB\r\n\tC", most=60) == "A B C left"


@given(st.lists(st.text(max_size=300), min_size=1, max_size=4))
def test_whatever_the_words_a_sentence_fits(words):
    template = " and ".join(["“{}”"] * len(words))
    assert len(sentence(template, *words, most=200)) <= 200
