"""Stripe's errors and the envelope they travel in."""

from typing import Any

_DOCS = "https://docs.stripe.com/error-codes#"
_LOGS = "https://dashboard.stripe.com/test/logs/"


_V2_FIELDS = ("code", "doc_url", "message", "type")


class StripeError(Exception):
    """An error answer; `keeps_work` says that what was written before it stays written."""

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        type: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        keeps_work: bool = False,
        **particulars: Any,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.keeps_work = keeps_work
        self.error = {
            "type": type,
            "code": code,
            "message": message,
            "param": param,
            "doc_url": f"{_DOCS}{code.replace('_', '-')}" if code else None,
            **particulars,
        }

    def envelope(self, request_id: str, *, version: str = "v1") -> dict[str, Any]:
        """Return the body of the answer, with what is empty left out; v2 has fewer fields."""
        filled = {name: value for name, value in self.error.items() if value is not None}
        if version == "v2":
            return {"error": {"code": "invalid_request", **_only(filled, *_V2_FIELDS)}}
        return {"error": {**filled, "request_log_url": _LOGS + request_id}}


class InvalidParameters(StripeError):
    """The request did not fit its parameters; nothing was begun, so no key remembers it."""


def missing(noun: str, id: str, *, param: str, status: int = 404) -> StripeError:
    """Return the error for an object that is not there (400 when a parameter named it)."""
    return StripeError(
        f"No such {noun}: '{id}'", status=status, code="resource_missing", param=param
    )


def card_error(message: str, *, code: str, **particulars: Any) -> StripeError:
    """Return a 402 whose traces (failed charge, intent's state, events) stay written."""
    return StripeError(
        message, status=402, type="card_error", code=code, keeps_work=True, **particulars
    )


def _only(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in names}
