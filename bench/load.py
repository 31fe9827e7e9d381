"""Client processes that make one contender's movement as often as they can.

Run as `python -m bench.load CONTENDER prepare` and `… run CLIENTS SECONDS`; prints JSON. A
contender is a module with `prepare(movements)` and `mover(client, clients, pool)`, which
returns the function that makes one movement.
"""

import importlib
import json
import multiprocessing
import resource
import sys
import time
from types import ModuleType

# Connections are open and code is warm before the clock starts.
WARM_UP = 10


def run(contender: ModuleType, clients: int, seconds: float, pool: str) -> dict[str, float]:
    """Movements per second, and the CPU milliseconds of the clients for each."""
    fork = multiprocessing.get_context("fork")
    gate, results = fork.Barrier(clients), fork.SimpleQueue()
    arguments = (contender, clients, seconds, pool, gate, results)
    processes = [fork.Process(target=work, args=(client, *arguments)) for client in range(clients)]
    for process in processes:
        process.start()
    counted = []
    while len(counted) < clients:
        if results.empty() and any(process.exitcode for process in processes):
            for process in processes:
                process.terminate()
            raise SystemExit("a client failed")
        if results.empty():
            time.sleep(0.05)
        else:
            counted.append(results.get())
    for process in processes:
        process.join()
    moved = sum(count for count, _, _ in counted)
    return {
        "rate": sum(count / elapsed for count, elapsed, _ in counted),
        "cpu_ms": sum(cpu for _, _, cpu in counted) * 1000 / moved,
    }


def work(client, contender, clients, seconds, pool, gate, results) -> None:
    move = contender.mover(client, clients, pool)
    for _ in range(WARM_UP):
        move()
    gate.wait()
    begun, cpu, count = time.perf_counter(), used_cpu(), 0
    while (elapsed := time.perf_counter() - begun) < seconds:
        move()
        count += 1
    results.put((count, elapsed, used_cpu() - cpu))


def used_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    name, act, *rest = sys.argv[1:]
    contender = importlib.import_module(f"bench.contenders.{name}")
    if act == "prepare":
        contender.prepare(int(rest[0]))
        print("{}")
    else:
        print(json.dumps(run(contender, int(rest[0]), float(rest[1]), rest[2])))


if __name__ == "__main__":
    main()
