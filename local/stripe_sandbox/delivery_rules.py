"""What a test lets go wrong with webhooks: sent twice, sent late, or kept back by type."""

import json
import time
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase

from local.stripe_sandbox.box import Box

# The next attempt of a withheld delivery: never, by the machine's clock.
NEVER = 1e12


@dataclass(frozen=True)
class Rules:
    """`copies` beyond the first, `delay` in seconds, and patterns of types to `withhold`."""

    copies: int = 0
    delay: float = 0.0
    withhold: tuple[str, ...] = ()


def current(box: Box) -> Rules:
    """Return the rules for events to come."""
    kept = json.loads(box.storage.setting("delivery_rules") or "{}")
    return Rules(**kept | {"withhold": tuple(kept.get("withhold", ()))})


def set_rules(box: Box, rules: Rules) -> None:
    """Let other rules hold from now on."""
    box.storage.set_setting("delivery_rules", json.dumps(asdict(rules)))


def first_attempts(box: Box, type: str) -> list[float]:
    """Return when to try each copy of an event's delivery."""
    rules = current(box)
    if any(fnmatchcase(type, pattern.replace("[", "[[]")) for pattern in rules.withhold):
        at = NEVER
    else:
        at = time.time() + rules.delay if rules.delay else 0.0
    return [at] * (1 + rules.copies)
