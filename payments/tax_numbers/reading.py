"""Which number of a country a text is."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from stdnum.exceptions import ValidationError

from payments.tax_numbers.elsewhere import ELSEWHERE, UNCHECKED
from payments.tax_numbers.europe import EU
from payments.tax_numbers.kinds import Kind

KINDS = EU | ELSEWHERE
PLAIN_LABEL = "Tax number"
# Where nothing checks it: letters, digits and what stands between them, at least one digit.
REASONABLE = re.compile(r"(?=.*\d)\w[\w ./&-]{2,31}")
DASHES = re.compile(r"[\u2010-\u2015\u2212]")


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
    for kind in kinds_of(country):
        number = _as(kind, typed.upper())
        if number:
            return TaxNumber(kind.label, number)
    if not kinds_of(country) and REASONABLE.fullmatch(typed):
        return TaxNumber(UNCHECKED.get(country, PLAIN_LABEL), typed)
    return None


def as_stated(number: str, country: str) -> TaxNumber:
    """For a number that is kept: what cannot be placed is shown as it is."""
    return read_tax_number(number, country) or TaxNumber(PLAIN_LABEL, number)


def _as(kind: Kind, typed: str) -> str:
    """The number in the layout of its kind; empty when it is none."""
    has_prefix = bool(kind.prefix) and typed.startswith(kind.prefix)
    if kind.is_prefix_typed and not has_prefix:
        return ""
    body = typed.removeprefix(kind.prefix).lstrip(" -.") if has_prefix else typed
    if kind.pattern and not re.fullmatch(kind.pattern, body):
        return ""
    if not kind.check:
        return body
    try:
        return _laid_out(kind, str(_module(kind.check).validate(body)), body)
    except ValidationError:
        return ""


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
