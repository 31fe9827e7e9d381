"""CSV files that open as text, in the right letters, with no formula in them."""

import csv

import pytest

from marketplace.core.text.spreadsheets import csv_file, words


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])  # noqa: RUF001
@pytest.mark.parametrize(
    "before", ["", " ", "\t", "\r", "\n", "x;", "x\t", "x\n", "x; ", 'x;"', '"']
)
def test_no_formula_begins_in_a_cell(before, start):
    assert words(f"{before}{start}1+1") == f"{before}'{start}1+1"


@pytest.mark.parametrize("text", ["Model", "a=b", "x, -1 and +2", "Zürich – Köln", "e-mail@x.test"])
def test_words_without_a_formula_stay(text):
    assert words(text) == text


def test_the_encoding_is_marked_and_separators_stay_inside_their_cells():
    content = csv_file([["Müller; GmbH", "1,5"], ['"quoted"', "漢字"]]).content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert rows == [["Müller; GmbH", "1,5"], ['"quoted"', "漢字"]]
    assert content.decode("utf-8-sig").splitlines()[0] == '"Müller; GmbH","1,5"'
