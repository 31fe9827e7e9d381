"""What only a worker, a rare page or a chosen storage needs is not loaded by a web process."""

import subprocess
import sys

ELSEWHERE = {
    "boto3": "uploads in a bucket",
    "botocore": "uploads in a bucket",
    "celery": "workers and beat",
    "kombu": "workers and beat",
    "numpy": "what means the same",
    "typst": "papers",
}
START = """
import sys
from marketplace.wsgi import application
from django.urls import get_resolver
get_resolver().url_patterns
print(*sys.modules)
"""


def test_a_web_process_starts_without_what_its_requests_do_not_need():
    started = subprocess.run([sys.executable, "-c", START], capture_output=True, check=True)
    loaded = set(started.stdout.decode().split())
    assert "marketplace.urls" in loaded
    assert {name: why for name, why in ELSEWHERE.items() if name in loaded} == {}
