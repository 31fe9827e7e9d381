"""CSV files that open as they should in Excel, LibreOffice and Numbers, whoever wrote the words.

A byte order mark tells Excel the encoding. Every cell is quoted, and a cell of words in which
a formula would begin, at its start or where another separator would part it, gets an apostrophe.
See OWASP, "CSV Injection".
"""

import csv
import re
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

BYTE_ORDER_MARK = "\ufeff"
FORMULA_START = re.compile(r"((?:^|[;\t\r\n])[\s\"]*)(?=[=+\-@＝＋－＠])")  # noqa: RUF001


def csv_file(rows: Iterable[Sequence[str]]) -> HttpResponse:
    """The rows as CSV; words of people have gone through `words` before."""
    response = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    csv.writer(response, quoting=csv.QUOTE_ALL).writerows(rows)
    return response


def words(text: str) -> str:
    """A cell of what a person wrote, in which no formula begins."""
    return FORMULA_START.sub(r"\1'", text)
