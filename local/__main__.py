"""python -m local run | reset | env | shell | test | test-long"""

import sys
from collections.abc import Callable

from local import checks, register, run, shell
from local.environment import Unsafe
from local.process import Died

COMMANDS: dict[str, Callable[[], int | None]] = {
    "run": run.run,
    "reset": shell.reset,
    "env": shell.env,
    "shell": shell.shell,
    "test": checks.test,
    "test-long": checks.test_long,
}


def main(words: list[str]) -> int:
    command = COMMANDS.get(words[0]) if len(words) == 1 else None
    if command is None:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        return command() or 0
    except KeyboardInterrupt:
        print("\nStopped. The data is kept.")
        return 0
    except register.Running as running:
        print(f"Holdout is already running at {running.address} (process {running.pid}).")
        return 0
    except (Died, Unsafe) as error:
        print(f"✗ {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
