"""One stack: its folder, ports, secrets and environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local.environment import embedded, environment
from local.folders import prepare
from local.keys import read_keys
from local.ports import claim, remembered_ports


@dataclass(frozen=True)
class Stack:
    """What every process of the stack is started with; `embedded` names the servers it brings."""

    home: Path
    ports: dict[str, int]
    keys: dict[str, str]
    env: dict[str, str]
    embedded: list[str]
    # For tests: nothing outlives them, so nothing waits for the disk.
    hasty: bool = False

    def log(self, name: str) -> Path:
        return self.home / "log" / f"{name}.log"


def make_stack(
    home: Path, *, wishes: Mapping[str, int], given: Mapping[str, str], hasty: bool = False
) -> Stack:
    """Make the folders, ports and secrets of `home`, keeping those that are there."""
    prepare(home)
    return with_ports(home, claim(home, wishes), given=given, hasty=hasty)


def running_stack(home: Path, *, given: Mapping[str, str]) -> Stack:
    """The stack that somebody runs in `home` now."""
    return with_ports(home, remembered_ports(home), given=given)


def with_ports(
    home: Path, ports: dict[str, int], *, given: Mapping[str, str], hasty: bool = False
) -> Stack:
    keys = read_keys(home)
    env = environment(home, ports=ports, keys=keys, given=given)
    return Stack(home, ports, keys, env, embedded(given), hasty)
