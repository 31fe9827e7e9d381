"""The tax numbers of the world: what each country calls its own, how it looks, who checks it.

Checks are modules of python-stdnum. Examples are those of its documentation, or of the authority;
they are shown to people, and a test reads each of them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of number: its name at home, an example, and what a number of it must be.

    `check` is a module of stdnum; `pattern` is for what has no check digits, of a number without
    blanks, points and dashes, and `layout` puts its groups together as they are written. `prefix`
    stands before every number of the kind, and where `is_prefix_typed` tells the kind from another
    one; `other_prefix` is what people write for it.
    """

    label: str
    example: str
    check: str = ""
    pattern: str = ""
    prefix: str = ""
    is_prefix_typed: bool = False
    other_prefix: str = ""
    layout: str = ""
    # Beside the label; where the kind has an ending, any of its names may be written for that.
    other_names: tuple[str, ...] = ()
    ending: str = ""
    # Whether the digits after a prefix are written in groups.
    is_grouped: bool = False
    # The library's own layout of some numbers is not the one that is in use.
    is_kept_as_typed: bool = False


def vat(
    prefix: str,
    check: str,
    label: str,
    example: str,
    at_home: str = "",
    home_example: str = "",
    other_prefix: str = "",
) -> tuple[Kind, ...]:
    """A number of the EU's scheme; `at_home` is its name where nobody writes the prefix."""
    digits = home_example or example.removeprefix(prefix)
    scheme = Kind(
        label,
        example,
        check,
        prefix=prefix,
        is_prefix_typed=bool(at_home),
        other_prefix=other_prefix,
    )
    return (scheme, Kind(at_home, digits, check)) if at_home else (scheme,)
