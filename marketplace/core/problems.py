"""Errors of the REST API as problem details (RFC 9457, application/problem+json)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from marketplace.core.errors import DomainError

MEDIA_TYPE = "application/problem+json"


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to `error`, or None for a defect of ours, which becomes a plain 500."""
    if isinstance(error, DomainError):
        set_rollback()
        return problem(error.status, code=error.code, detail=error.sentence)
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    set_rollback()
    return _api_problem(error)


def problem(code_status: int, *, code: str, detail: str, **members: Any) -> Response:
    body = {"type": "about:blank", "title": _title(code_status), "status": code_status}
    return Response(
        body | {"code": code, "detail": detail} | members,
        status=code_status,
        content_type=MEDIA_TYPE,
    )


def _api_problem(error: exceptions.APIException) -> Response:
    if isinstance(error, exceptions.ValidationError):
        return problem(
            error.status_code,
            code="invalid",
            detail="Some values were not accepted; see errors.",
            errors=list(_flatten(error.detail, "")),
        )
    codes = error.get_codes()
    code = codes if isinstance(codes, str) else "error"
    response = problem(error.status_code, code=code, detail=str(error.detail))
    if challenge := getattr(error, "auth_header", None):
        response["WWW-Authenticate"] = challenge
    if (wait := getattr(error, "wait", None)) is not None:
        response["Retry-After"] = str(int(wait) + 1)
    return response


def _flatten(detail: Any, pointer: str) -> Any:
    """Each message with a JSON pointer (RFC 6901) to the value it is about."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _flatten(
                inner, pointer if name == "non_field_errors" else f"{pointer}/{name}"
            )
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            nested = isinstance(inner, dict | list)
            yield from _flatten(inner, f"{pointer}/{index}" if nested else pointer)
    else:
        yield {"pointer": pointer, "detail": str(detail)}


def _title(code_status: int) -> str:
    names = {value: name for name, value in vars(status).items() if isinstance(value, int)}
    name = names.get(code_status, "HTTP_000_ERROR")
    return " ".join(name.split("_")[2:]).capitalize()
