"""A web process of one contender that answers lines from the bench: `python -m bench.visits NAME`.

Each line names a page and how often it is asked for; the answer is the CPU seconds of each request,
as JSON. `prepare` as second argument fills the database instead. A contender is a module with
`prepare()`, `pages()` and `cookies(kind)`.
"""

import importlib
import io
import json
import os
import resource
import sys
import time

from bench.load import used_cpu

WARM_UP = 5


def main() -> None:
    begun = used_cpu()
    contender = importlib.import_module(f"bench.contenders.{sys.argv[1]}")
    if sys.argv[2:] == ["prepare"]:
        contender.prepare()
        return
    application = importlib.import_module(os.environ["BENCH_WSGI"]).application
    started = used_cpu() - begun
    pages = contender.pages()
    cookies = {kind: contender.cookies(kind) for kind, _ in pages.values()}
    for kind, address in pages.values():
        for _ in range(WARM_UP):
            visit(application, address, cookies[kind])
    print(json.dumps({"pages": list(pages), "start": started, "memory": resident()}), flush=True)
    for line in sys.stdin:
        name, times = line.rstrip("\n").rsplit(" ", 1)
        kind, address = pages[name]
        spent = [visit(application, address, cookies[kind]) for _ in range(int(times))]
        print(json.dumps(spent), flush=True)


def visit(
    application, address: str, cookies: str = "", *, body: bytes | None = None, **headers: str
) -> float:
    """CPU seconds of one request from the first byte to the last; with a body, of a POST."""
    answered = []
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": "GET" if body is None else "POST",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_COOKIE": cookies,
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body or b""),
        "wsgi.errors": sys.stderr,
        **headers,
    }
    begun = time.process_time()
    answer = application(environ, lambda status, headers: answered.append(status))
    b"".join(answer)
    answer.close()
    spent = time.process_time() - begun
    if not answered[0].startswith("200"):
        raise SystemExit(f"{address} answered {answered[0]}")
    return spent


def resident() -> float:
    """Megabytes of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
