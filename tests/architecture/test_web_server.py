"""What the web server itself keeps from us: slow clients, and what they say of themselves."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time

import pytest

from local.ports import LOOPBACK, answers, any_free
from marketplace.server import OPTIONS

HEAD = b"POST /account/login/ HTTP/1.1\r\nHost: localhost\r\n"
BEGINNINGS = {
    "half a header": HEAD + b"X-Slow: y",
    "half a body": HEAD + b"Content-Length: 100000\r\n\r\nlogin=",
    "half a chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\nlogin=",
}


@pytest.fixture(scope="module")
def port():
    port = any_free()
    words = [sys.executable, "-m", "marketplace.server", f"{LOOPBACK}:{port}"]
    with subprocess.Popen(words, env=os.environ) as server:
        until = time.monotonic() + 120
        while not answers(port) and time.monotonic() < until:
            time.sleep(0.1)
        yield port
        server.terminate()


@pytest.mark.parametrize("beginning", BEGINNINGS.values(), ids=list(BEGINNINGS))
def test_slow_senders_do_not_keep_others_waiting(port, beginning):
    with contextlib.ExitStack() as slow:
        for _ in range(3 * OPTIONS["threads"]):
            connection = slow.enter_context(socket.create_connection((LOOPBACK, port)))
            connection.sendall(beginning)
        started = time.monotonic()
        page = http.client.HTTPConnection(LOOPBACK, port, timeout=20)
        page.request("GET", "/robots.txt", headers={"Host": "localhost"})
        assert page.getresponse().status < 500
        assert time.monotonic() - started < 15


def test_a_name_that_a_client_sends_as_the_prefix_is_not_believed(port):
    page = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    page.request("GET", "/nowhere", headers={"Host": "localhost", "SCRIPT_NAME": "/nowhere"})
    assert page.getresponse().status == 404


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x"])
def test_any_charset_is_read_as_ours(port, kind):
    """At the door itself: Django reads the query before any middleware runs."""
    for codec in ("zip", "hex", "rot13", "idna", "undefined", "unicode_escape", "utf-16"):
        page = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
        headers = {"Host": "localhost", "Content-Type": f"{kind}; charset={codec}"}
        page.request("GET", "/nowhere/?q=%5Cud800x", headers=headers)
        assert page.getresponse().status == 404
