"""A call of the API, from its key to its answer."""

import base64
import json
import time
from typing import Any

from local.stripe_sandbox import forms, idempotency, ids, timers
from local.stripe_sandbox.box import Box, Caller
from local.stripe_sandbox.errors import InvalidParameters, StripeError
from local.stripe_sandbox.faults import Fault
from local.stripe_sandbox.http_messages import Answer, Request, as_json
from local.stripe_sandbox.nouns import ROUTES
from local.stripe_sandbox.rendering import render
from local.stripe_sandbox.routing import Route
from local.stripe_sandbox.version import API_VERSION


def respond(box: Box, request: Request) -> Answer:
    """Return the answer to one API request, in Stripe's envelope whatever happens."""
    request_id = ids.new("req")
    try:
        answer = _respond(box, request, request_id)
    except StripeError as error:
        answer = _answer_to(error, request.path, request_id)
    answer.headers.setdefault("Request-Id", request_id)
    answer.headers["Stripe-Version"] = API_VERSION
    answer.dropped = bool(box.faults.take("drop_answer", request.method, request.path))
    return answer


def _respond(box: Box, request: Request, request_id: str) -> Answer:
    _authenticate(request.headers)
    _check_version(request)
    route, names = _route(request.method, request.path)
    sent = _sent(request)
    key = idempotency.key_of(request.method, request.headers)
    caller = Caller(request_id, key, _account(box, request, route))
    with idempotency.hold(key):
        _pause(box, request)
        with box.storage.transaction():
            box.caller = caller
            timers.run_due(box)
            return _carry_out(box, request, route, names, sent)


def _carry_out(
    box: Box, request: Request, route: Route, names: dict[str, str], sent: dict[str, Any]
) -> Answer:
    """Validate, work and remember, in that order: a refused parameter is never remembered."""
    key = box.caller.idempotency_key
    # Each account has keys of its own.
    own_key = f"{box.caller.account} {key}".lstrip() if key else None
    stored = idempotency.replay(box, own_key, request.path, sent) if own_key else None
    if stored:
        return stored
    params = route.parameters.parse(sent)
    fault = box.faults.take("fail", request.method, request.path)
    answer = _failed(box, route, fault) if fault else _work(box, route, names, params)
    if not fault or fault.stored:
        idempotency.remember(box, own_key, request.path, sent, answer)
    if key:
        answer.headers["Idempotency-Key"] = key
    return answer


def _work(box: Box, route: Route, names: dict[str, str], params: dict[str, Any]) -> Answer:
    """Carry out the call; a failure undoes what it wrote, and is an answer to remember."""
    try:
        with box.storage.transaction():
            return _act(box, route, names, params)
    except InvalidParameters:
        raise
    except StripeError as error:
        return _answer_to(error, route.path, box.caller.request_id)


def _act(box: Box, route: Route, names: dict[str, str], params: dict[str, Any]) -> Answer:
    expand = params.pop("expand", [])
    try:
        return as_json(render(box, route.act(box, params, **names), expand))
    except StripeError as error:
        if not error.keeps_work:
            raise
        return _answer_to(error, route.path, box.caller.request_id)


def _answer_to(error: StripeError, path: str, request_id: str | None) -> Answer:
    version = "v2" if path.startswith("/v2/") else "v1"
    return as_json(error.envelope(str(request_id), version=version), status=error.status)


def _failed(box: Box, route: Route, fault: Fault) -> Answer:
    kind = "api_error" if fault.status >= 500 else "invalid_request_error"
    error = StripeError(fault.message, status=fault.status, type=kind, code=fault.code)
    return _answer_to(error, route.path, box.caller.request_id)


def _pause(box: Box, request: Request) -> None:
    fault = box.faults.take("delay", request.method, request.path)
    if fault:
        time.sleep(fault.seconds)


def _route(method: str, path: str) -> tuple[Route, dict[str, str]]:
    matches = [(route, names) for route in ROUTES if (names := route.match(path)) is not None]
    for route, names in matches:
        if route.method == method:
            return route, names
    if matches:
        allowed = ", ".join(route.method for route, _ in matches)
        raise StripeError(
            f"Method {method} is not allowed for {path} (it takes {allowed}).", status=405
        )
    raise StripeError(
        f"Unrecognized request URL ({method}: {path}). The sandbox's README lists what it knows.",
        status=404,
    )


def _sent(request: Request) -> dict[str, Any]:
    """Return the parameters as sent: v2 bodies are JSON, everything else is a form,
    and of several parts where it carries a file.
    """
    if request.method != "POST":
        return forms.decode(request.query)
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        return forms.decode_multipart(content_type, request.body)
    if not request.path.startswith("/v2/"):
        return forms.decode(request.body.decode()) | forms.decode(request.query)
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        raise InvalidParameters("The request body is not valid JSON.") from None
    if not isinstance(body, dict):
        raise InvalidParameters("The request body must be a JSON object.")
    return body


def _check_version(request: Request) -> None:
    version = request.headers.get("stripe-version")
    if version is None and request.path.startswith("/v2/"):
        raise InvalidParameters("Please provide a Stripe-Version header to use the v2 API.")
    if version not in (None, API_VERSION):
        raise InvalidParameters(
            f"Invalid Stripe API version: {version}. The sandbox speaks {API_VERSION} only."
        )


def _account(box: Box, request: Request, route: Route) -> str:
    """Return the account that a call is made for; most calls are the platform's own."""
    account = request.headers.get("stripe-account", "")
    if "stripe-context" in request.headers or (account and not route.on_accounts):
        raise InvalidParameters("The sandbox makes this call for the platform only.")
    if account and box.storage.get(account, "v2.core.account") is None:
        raise StripeError(
            f"The provided key does not have access to account '{account}' (or that account does "
            "not exist). Application access may have been revoked.",
            status=403,
            code="account_invalid",
        )
    return account


def _authenticate(headers: dict[str, str]) -> None:
    """Accept any test key; a live key is refused before anything else is looked at."""
    scheme, _, credentials = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        credentials = base64.b64decode(credentials + "==").decode("latin-1").partition(":")[0]
    if not credentials:
        raise StripeError(
            "You did not provide an API key. You need to provide your API key in the Authorization "
            "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
            status=401,
        )
    if "_live_" in credentials:
        raise StripeError(
            "This is a local sandbox: it refuses live keys. Use a key that begins with sk_test_.",
            status=401,
        )
    if not credentials.startswith(("sk_test_", "rk_test_")):
        hidden = "*" * 8 + credentials[-4:]
        raise StripeError(f"Invalid API Key provided: {hidden}", status=401)
