"""Free ports on the loopback address, remembered in ports.json from run to run."""

import json
import random
import socket
from collections.abc import Mapping
from pathlib import Path

LOOPBACK = "127.0.0.1"
# Below the range from which systems take ports for outgoing connections.
UNCLAIMED = range(20_000, 32_000)
# Zero wishes for any free port.
WISHES = {"web": 8000, "postgres": 0, "redis": 0, "stripe": 0}


def claim(home: Path, wishes: Mapping[str, int]) -> dict[str, int]:
    """One free port for each name: the remembered one, else the wished one, else another."""
    remembered = remembered_ports(home)
    chosen: dict[str, int] = {}
    for name, wish in wishes.items():
        candidates = (remembered.get(name, 0), *range(wish, wish + 20 if wish else 0), any_free())
        chosen[name] = next(
            port for port in candidates if port and port not in chosen.values() and is_free(port)
        )
    (home / "ports.json").write_text(json.dumps(chosen, indent=2) + "\n")
    return chosen


def remembered_ports(home: Path) -> dict[str, int]:
    path = home / "ports.json"
    return json.loads(path.read_text()) if path.exists() else {}


def is_free(port: int) -> bool:
    """Whether nobody listens there, on this address or on all."""
    if answers(port):
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((LOOPBACK, port)) == 0


def any_free() -> int:
    return next(port for port in random.sample(UNCLAIMED, len(UNCLAIMED)) if is_free(port))
