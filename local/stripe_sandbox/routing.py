"""What a noun's file declares: its calls, and which of its fields can be expanded."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local.stripe_sandbox.box import Box
from local.stripe_sandbox.scalars import Text
from local.stripe_sandbox.schema import Array, Kind, Struct
from local.stripe_sandbox.storage import Doc

Expander = Callable[[Box, Doc], Any]


@dataclass(frozen=True)
class Route:
    """One call of the API: what it accepts and the function that carries it out.

    `on_accounts` says that the platform may make it for one of its accounts.
    """

    method: str
    path: str
    parameters: Struct
    act: Callable[..., Doc]
    on_accounts: bool = False

    def match(self, path: str) -> dict[str, str] | None:
        """Return the named parts of a path that is this route's."""
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", self.path)
        found = re.fullmatch(pattern, path)
        return found.groupdict() if found else None


@dataclass(frozen=True)
class Noun:
    """An API object: its calls, and its expandable fields with what fetches them."""

    routes: tuple[Route, ...] = ()
    expandable: Mapping[str, Mapping[str, Expander | None]] = field(default_factory=dict)


NONE: Mapping[str, Kind] = {}
# The library's API version took these away; see docs.stripe.com/changelog.
RETIRED = {
    "payment_method_types": (
        "The payment_method_types parameter is no longer supported in this API version. Use "
        "automatic_payment_methods (Payment Intents), or leave it out."
    )
}


def parameters(required: Mapping[str, Kind] = NONE, /, **optional: Kind) -> Struct:
    """Return the parameters of a v1 call, all of which accept `expand`."""
    return Struct({**optional, "expand": Array(Text())}, required, RETIRED)
