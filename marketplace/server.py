"""`python -m marketplace.server HOST:PORT`: the web server, the same everywhere.

It takes in a whole request before a thread begins with it, so a client that sends slowly
holds a connection and no thread.
"""

import gc
import sys
from typing import Any

import waitress

from marketplace.wsgi import application

OPTIONS: dict[str, Any] = {
    "threads": 8,
    "connection_limit": 1000,
    # More open connections than select() can watch.
    "asyncore_use_poll": True,
    # Seconds without a byte.
    "channel_timeout": 30,
    "cleanup_interval": 5,
    # Uploads past UPLOAD_MAX_BYTES are refused by us, in words; this bounds what is read before.
    "max_request_body_size": 128 * 1024 * 1024,
    "max_request_header_size": 32 * 1024,
    # Settings know how many proxies to believe (TRUSTED_PROXY_COUNT).
    "clear_untrusted_proxy_headers": False,
    "ident": None,
}


def serve(address: str) -> None:
    """Answer requests at `address` ("127.0.0.1:8000") until the process is told to end."""
    # What was loaded stays: looking through it for garbage again and again would hold up requests.
    gc.collect()
    gc.freeze()
    waitress.serve(application, listen=address, **OPTIONS)


if __name__ == "__main__":
    serve(sys.argv[1])
