"""The names that people write before or behind a tax number: "ABN 83 914 571 673"."""

import re
from collections.abc import Iterator
from functools import cache

from payments.documents.tax_numbers.kinds import Kind

# What a number may be called in any country, whatever its own name there.
GENERAL = (
    *("VAT", "GST", "TVA", "IVA", "BTW", "MWST", "UST", "MOMS", "P. IVA", "Sales tax"),
    *("TIN", "TRN", "UID", "FEIN", "Tax", "Federal tax", "Company", "Business", "Registration"),
)
# They follow a name, and say nothing of their own.
FOLLOWING = (
    r"(?:NUMBER|NUMMER|NUMERO|NO|NR|IDNR|ID|IDENTIFICATION|REGISTRATION|REG|CODE|PAYER)"
    r"(?![^\W\d_])"
)
BEHIND_NAME = re.compile(rf"(?:[\W_]+{FOLLOWING})+[\W_]*$")


def without_name(typed: str, names: tuple[str, ...], country: str) -> Iterator[str]:
    """What is left of an upper-case text when one of `names` is taken off; often nothing."""
    for pattern in _around(names, country):
        if found := pattern.fullmatch(typed):
            yield found["body"]


def names_of(kind: Kind) -> tuple[str, ...]:
    """Its label, and each name in it: "GST/HST No.", "GST", "HST No."."""
    return (kind.label, *re.split(r"[/()]", kind.label), *kind.other_names)


@cache
def _around(names: tuple[str, ...], country: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The names before a number, also after the code of the country, and behind it."""
    upper = {name.upper().strip() for name in names}
    bare = {BEHIND_NAME.sub("", name) for name in upper}
    spelled = {r"[\W_]*".join(re.findall(r"[^\W_]", name)) for name in upper | bare}
    name = "|".join(sorted((each for each in spelled if len(each) > 1), key=len, reverse=True))
    named = rf"(?:{name})(?:[\W_]*{FOLLOWING})*"
    return (
        re.compile(rf"[\W_]*(?:{country}[\W_]+)?{named}[\W_]*(?P<body>\w.*)"),
        re.compile(rf"(?P<body>.*?\w)[\W_]*{named}[\W_]*"),
    )
