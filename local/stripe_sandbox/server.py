"""The HTTP server: loopback only, one thread for each connection."""

import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from local.stripe_sandbox import api, control, pages
from local.stripe_sandbox.box import Box
from local.stripe_sandbox.http_messages import Answer, Request, as_json

LARGEST_BODY = 6_000_000
_API = ("/v1/", "/v2/")
_CONTROL = "/_sandbox/"


class Server(ThreadingHTTPServer):
    """A server that knows its sandbox; its threads end with the process."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], box: Box, *, quiet: bool) -> None:
        super().__init__(address, Handler)
        self.box = box
        self.quiet = quiet


class Handler(BaseHTTPRequestHandler):
    """Turns HTTP into a request, and an answer into HTTP."""

    protocol_version = "HTTP/1.1"
    server_version = "HoldoutStripeSandbox"
    # Answers leave in one piece, so that no client waits for a delayed acknowledgement.
    wbufsize = -1
    server: Server

    def _serve(self) -> None:
        started = time.monotonic()
        request = self._request()
        if request is None:
            answer = Answer(413, b"The body is too large.", "text/plain")
            self.close_connection = True
        else:
            answer = respond(self.server.box, request)
        self._send(answer)
        if not self.server.quiet:
            took = (time.monotonic() - started) * 1000
            shown = "dropped" if answer.dropped else answer.status
            print(f"{self.command} {self.path} {shown} {took:.0f} ms", flush=True)

    do_GET = do_POST = do_DELETE = do_PUT = do_PATCH = do_HEAD = _serve  # noqa: N815

    def _request(self) -> Request | None:
        length = int(self.headers.get("content-length") or 0)
        if length > LARGEST_BODY:
            return None
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(length)
        return Request(self.command, parts.path, parts.query, headers, body)

    def _send(self, answer: Answer) -> None:
        if answer.dropped:
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Write nothing: `_serve` logs one line for each request."""


def respond(box: Box, request: Request) -> Answer:
    """Answer a request by the part of the sandbox that its path belongs to."""
    if not _is_for_us(box, request):
        return Answer(403, b"This sandbox answers to this machine only.", "text/plain")
    try:
        if request.path.startswith(_API):
            return api.respond(box, request)
        if request.path.startswith(_CONTROL):
            return control.respond(box, request)
        return pages.respond(box, request)
    except Exception as failure:  # the answer says it, and the log has where
        print(f"{request.method} {request.path} failed", file=sys.stderr)
        sys.excepthook(type(failure), failure, failure.__traceback__)
        error = {"type": "api_error", "message": f"The sandbox failed: {failure!r}"}
        return as_json({"error": error}, status=500)


def _is_for_us(box: Box, request: Request) -> bool:
    """Refuse names that were rebound to this machine, and posts from other sites."""
    if box.in_container:
        return True
    own = {"127.0.0.1", "localhost", "::1", urlsplit(box.public_url).hostname}
    if urlsplit(f"//{request.headers.get('host', '')}").hostname not in own:
        return False
    origin = request.headers.get("origin")
    is_form = request.method == "POST" and not request.path.startswith(_API)
    return not (is_form and origin) or urlsplit(origin).hostname in own


def is_loopback(host: str) -> bool:
    """Return whether an address to listen on is reachable from this machine only."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
