"""The Stripe sandbox of local/stripe_sandbox as a child process."""

import sys

from local.environment import without_owner
from local.folders import ROOT
from local.ports import LOOPBACK, answers
from local.process import Child
from local.stack import Stack


def start(stack: Stack) -> Child:
    options = {
        "--port": stack.ports["stripe"],
        "--storage": stack.home / "stripe" / "sandbox.sqlite",
        "--webhook-url": f"http://{LOOPBACK}:{stack.ports['web']}/webhooks/stripe/",
        "--webhook-secret": stack.env["STRIPE_WEBHOOK_SECRETS"],
    }
    words = [str(word) for option in options.items() for word in option]
    return Child(
        "Stripe sandbox",
        [sys.executable, "-m", "local.stripe_sandbox", *words],
        log=stack.log("stripe"),
        env=without_owner(stack.env),
        cwd=ROOT,
        ready=lambda child: answers(stack.ports["stripe"]),
    )
