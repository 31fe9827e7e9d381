"""A webhook receiver that keeps what it was sent."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

from tests.sandbox import wait_for


class Receiver:
    """Answers 200, or the statuses queued in `answers` first."""

    def __init__(self) -> None:
        self.received: list[tuple[bytes, str]] = []
        self.answers: list[int] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                receiver.received.append((body, self.headers["stripe-signature"]))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 200)
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/webhooks/"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def events(self) -> list[dict[str, Any]]:
        """Return the bodies received, in order."""
        return [json.loads(body) for body, _ in self.received]

    def types(self) -> list[str]:
        """Return the types of the events received, in order."""
        return [event["type"] for event in self.events()]

    def wait_for(self, count: int) -> None:
        """Wait until so many were received."""
        wait_for(lambda: len(self.received) >= count)

    def close(self) -> None:
        """Stop receiving."""
        self._server.shutdown()
        self._server.server_close()
