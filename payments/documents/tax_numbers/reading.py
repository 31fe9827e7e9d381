"""Which number of a country a text is."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import NamedTuple

from stdnum.exceptions import ValidationError

from payments.documents.tax_numbers.elsewhere import ELSEWHERE, UNCHECKED
from payments.documents.tax_numbers.europe import EU
from payments.documents.tax_numbers.kinds import Kind
from payments.documents.tax_numbers.names import GENERAL, names_of, without_name

KINDS = EU | ELSEWHERE
PLAIN_LABEL = "Tax number"
# Where nothing checks it: letters, digits and what stands between them, at least one digit.
REASONABLE = re.compile(r"(?=.*\d)\w[\w ./&-]{2,31}")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")
GAPS = re.compile(r"[ .-]")


class TaxNumber(NamedTuple):
    """What stands on a paper: "USt-IdNr." and "DE136695976"."""

    label: str
    number: str


def kinds_of(country: str) -> tuple[Kind, ...]:
    """What can be checked of a country (ISO 3166-1 alpha-2); nothing for many."""
    return KINDS.get(country, ())


def read_tax_number(text: str, country: str) -> TaxNumber | None:
    """A typed number under the first name that fits; None for what is none of the country."""
    typed = " ".join(DASHES.sub("-", unicodedata.normalize("NFKC", text)).split())
    kinds = kinds_of(country)
    if not kinds:
        return _unchecked(typed, country)
    tries = (
        *((kind, typed.upper()) for kind in kinds),
        *((kind, body) for kind in kinds for body in _named(kind, typed.upper(), country)),
        *product(kinds, without_name(typed.upper(), GENERAL, country)),
    )
    found = ((kind.label, _as(kind, body)) for kind, body in tries)
    return next((TaxNumber(label, number) for label, number in found if number), None)


def as_stated(number: str, country: str) -> TaxNumber:
    """For a number that is kept: what cannot be placed is shown as it is."""
    return read_tax_number(number, country) or TaxNumber(PLAIN_LABEL, number)


def _unchecked(typed: str, country: str) -> TaxNumber | None:
    label = UNCHECKED.get(country, PLAIN_LABEL)
    bare = without_name(typed.upper(), (label, *GENERAL), country)
    number = next((body for body in (*bare, typed) if REASONABLE.fullmatch(body)), "")
    return TaxNumber(label, number) if number else None


def _named(kind: Kind, typed: str, country: str) -> list[str]:
    """Without the names of its own; some kinds have one at the end that belongs to them."""
    return [body + kind.ending for body in without_name(typed, names_of(kind), country)]


def _as(kind: Kind, typed: str) -> str:
    """The number in the layout of its kind; empty when it is none."""
    prefixes = [each for each in (kind.prefix, kind.other_prefix) if each]
    prefix = next((each for each in prefixes if typed.startswith(each)), "")
    if kind.is_prefix_typed and not prefix:
        return ""
    body = typed.removeprefix(prefix).lstrip(" -.") if prefix else typed
    matched = re.fullmatch(kind.pattern or ".*", GAPS.sub("", body))
    if not matched:
        return ""
    try:
        compact = str(_module(kind.check).validate(body)) if kind.check else matched[0]
    except ValidationError:
        return ""
    if kind.layout:
        return kind.layout.format(*matched.groups())
    return _laid_out(kind, compact, body) if kind.check else compact


def _laid_out(kind: Kind, compact: str, body: str) -> str:
    """`compact` as the kind is written; the library knows the layout of some numbers only."""
    layout: Callable[[str], str] | None = getattr(_module(kind.check), "format", None)
    if kind.prefix:
        grouped = layout(compact) if layout and kind.is_grouped else ""
        return f"{kind.prefix} {grouped}" if grouped else kind.prefix + compact
    return layout(compact) if layout and not kind.is_kept_as_typed else body


@cache
def _module(check: str) -> ModuleType:
    return import_module(f"stdnum.{check}")
