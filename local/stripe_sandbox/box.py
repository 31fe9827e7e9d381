"""The running sandbox: what every operation is handed."""

from dataclasses import dataclass, field

from local.stripe_sandbox.clock import Clock
from local.stripe_sandbox.faults import Faults
from local.stripe_sandbox.storage import Storage


@dataclass
class Caller:
    """The request being answered, as events remember it."""

    request_id: str | None = None
    idempotency_key: str | None = None
    account: str = ""


@dataclass
class Endpoint:
    """Where webhooks go."""

    url: str | None = None
    secret: str | None = None


@dataclass
class Box:
    """Storage, time and addresses of one sandbox process."""

    storage: Storage
    clock: Clock
    faults: Faults
    public_url: str
    started_with: Endpoint
    in_container: bool = False
    caller: Caller = field(default_factory=Caller)

    def endpoint(self) -> Endpoint:
        """Return the webhook endpoint: the one set while running, else the one started with."""
        url = self.storage.setting("webhook_url")
        if url is None:
            return self.started_with
        return Endpoint(url, self.storage.setting("webhook_secret") or self.started_with.secret)
