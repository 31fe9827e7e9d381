"""What all calls to Stripe share: errors as ours, idempotency keys, looking things up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import stripe
from urllib3 import Timeout

from payments.stripe import answers
from payments.stripe.errors import (
    Declined,
    InvalidRequest,
    NotCarriedOut,
    ObjectNotFound,
    ParametersChanged,
    ProcessorUnavailable,
)
from payments.stripe.objects import Request

CONNECT_SECONDS = 3
NOT_NOW = (stripe.RateLimitError, stripe.AuthenticationError, stripe.PermissionError)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Stripe's errors as ours, sorted by whether the thing was done."""
    try:
        yield
    except stripe.CardError as error:
        raise Declined(reason=error.user_message or "") from error
    except stripe.IdempotencyError as error:
        raise ParametersChanged() from error
    except NOT_NOW as error:
        raise NotCarriedOut() from error
    except stripe.APIConnectionError as error:
        raise ProcessorUnavailable() from error
    except stripe.StripeError as error:
        raise _by_status(error) from error


def _by_status(error: stripe.StripeError) -> Exception:
    status = error.http_status or 500
    if status == 409:
        return NotCarriedOut()
    if status >= 500:
        return ProcessorUnavailable()
    refusal = ObjectNotFound if status == 404 else InvalidRequest
    return refusal(reason=error.user_message or "no reason given")


def split_off(request: Request, name: str) -> tuple[str, Any]:
    """The id that stands in the address of a call, and what is left for its body."""
    return request[name], {key: value for key, value in request.items() if key != name}


class PatientClient(stripe.RequestsClient):
    """Waits for all its calls together for so many seconds, and for the network no longer."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._ends = time.monotonic() + seconds

    def request(self, *call: Any, **particulars: Any) -> Any:
        left = self._ends - time.monotonic()
        if left <= 0:
            raise stripe.APIConnectionError("Nobody waits any longer.", should_retry=False)
        self._timeout: Any = Timeout(connect=min(CONNECT_SECONDS, left), total=left)
        return super().request(*call, **particulars)


class StripeCalls:
    """One client of the library, and how it is used."""

    def __init__(self, client: stripe.StripeClient) -> None:
        self.client = client

    def _post(self, create: Callable[..., Any], request: Request, key: str) -> dict[str, Any]:
        with translated_errors():
            return dict(create(dict(request), options={"idempotency_key": key}).to_dict())

    def _find(
        self, listing: Callable[..., Any], criteria: Request, operation: str
    ) -> dict[str, Any] | None:
        with translated_errors():
            page = listing({**criteria, "limit": 100})
            found = (item.to_dict() for item in page.auto_paging_iter())
            return next((item for item in found if answers.carries(item, operation)), None)
