"""`python -m local.stripe_sandbox`: reads options, runs the sandbox until it is told to stop."""

import argparse
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from local.stripe_sandbox.box import Box, Endpoint
from local.stripe_sandbox.clock import Clock
from local.stripe_sandbox.faults import Faults
from local.stripe_sandbox.server import Server, is_loopback
from local.stripe_sandbox.storage import Storage
from local.stripe_sandbox.webhooks import Sender

LIVE = ("sk_live_", "rk_live_")


def main(arguments: list[str] | None = None) -> int:
    """Run the sandbox; returns 2 when it must not start."""
    options = _options(arguments)
    refusal = _refusal(options)
    if refusal:
        print(refusal, file=sys.stderr)
        return 2
    storage = _storage(options.storage)
    try:
        server = Server((options.host, options.port), _box(options, storage), quiet=options.quiet)
    except OSError as failure:
        print(f"Port {options.port} cannot be used: {failure.strerror}.", file=sys.stderr)
        return 2
    server.box.public_url = options.public_url or f"http://127.0.0.1:{server.server_port}"
    sender = Sender(server.box)
    _stop_on_signals(server)
    sender.start()
    print(f"Stripe sandbox on {server.box.public_url}", flush=True)
    server.serve_forever(poll_interval=0.1)
    sender.stop()
    server.server_close()
    storage.close()
    return 0


def _storage(path: str) -> Storage:
    if path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    return Storage(path)


def _box(options: argparse.Namespace, storage: Storage) -> Box:
    return Box(
        storage=storage,
        clock=Clock(storage),
        faults=Faults(),
        public_url="",
        started_with=Endpoint(options.webhook_url, options.webhook_secret),
        in_container=options.in_container,
    )


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m local.stripe_sandbox", description=__doc__)
    setting = os.environ.get
    parser.add_argument("--host", default=setting("STRIPE_SANDBOX_HOST", "127.0.0.1"))
    parser.add_argument("--port", type=int, default=int(setting("STRIPE_SANDBOX_PORT", "0")))
    parser.add_argument("--storage", default=setting("STRIPE_SANDBOX_STORAGE", ":memory:"))
    parser.add_argument("--public-url", default=setting("STRIPE_SANDBOX_PUBLIC_URL"))
    parser.add_argument("--webhook-url", default=setting("STRIPE_SANDBOX_WEBHOOK_URL"))
    parser.add_argument("--webhook-secret", default=setting("STRIPE_WEBHOOK_SECRET"))
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument(
        "--in-container",
        action="store_true",
        default=setting("STRIPE_SANDBOX_IN_CONTAINER") == "1",
        help="listen beyond loopback, where the container publishes the port on loopback only",
    )
    return parser.parse_args(arguments)


def _refusal(options: argparse.Namespace) -> str | None:
    """Return why the sandbox must not start, if it must not."""
    if os.environ.get("STRIPE_SECRET_KEY", "").startswith(LIVE):
        return "STRIPE_SECRET_KEY is a live key: the sandbox does not run beside one."
    if not options.in_container and not is_loopback(options.host):
        return f"The sandbox listens on this machine only, not on {options.host}."
    if options.webhook_url and not (options.webhook_secret or "").startswith("whsec_"):
        return "A webhook address needs a secret that begins with whsec_."
    return None


def _stop_on_signals(server: Server) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        # shutdown() waits for the loop that this very thread runs, so another thread calls it.
        threading.Thread(target=server.shutdown, daemon=True).start()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)


if __name__ == "__main__":
    sys.exit(main())
