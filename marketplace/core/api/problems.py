"""Errors of the REST API as problem details (RFC 9457, application/problem+json)."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    ValidationError,
)
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from marketplace.core.api.parsers import BodyTooLarge
from marketplace.core.data.errors import DomainError

MEDIA_TYPE = "application/problem+json"


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to `error`, or None for a defect of ours, which becomes a plain 500."""
    if isinstance(error, DomainError):
        set_rollback()
        return problem(error.status, code=error.code, detail=error.sentence)
    refusal = _refusal(error)
    if refusal is None:
        return None
    set_rollback()
    return _api_problem(refusal)


def problem(status: int, *, code: str, detail: str, **members: Any) -> Response:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    return Response(
        body | {"code": code, "detail": _writable(detail)} | members,
        status=status,
        content_type=MEDIA_TYPE,
    )


def _refusal(error: Exception) -> exceptions.APIException | None:
    """Django's own refusals as the library's."""
    if isinstance(error, exceptions.APIException):
        return error
    if isinstance(error, Http404):
        return exceptions.NotFound()
    if isinstance(error, PermissionDenied):
        return exceptions.PermissionDenied()
    if isinstance(error, ValidationError):
        return exceptions.ValidationError(error.messages)
    if isinstance(error, RequestDataTooBig):
        return BodyTooLarge()
    if isinstance(error, SuspiciousOperation):
        return exceptions.ParseError()
    return None


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


def _flatten(detail: Any, pointer: str) -> Iterator[dict[str, str]]:
    """Each message with a JSON pointer (RFC 6901) to the value it is about."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            is_whole = name == "non_field_errors"
            yield from _flatten(inner, pointer if is_whole else f"{pointer}/{_escaped(name)}")
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            nested = isinstance(inner, dict | list)
            yield from _flatten(inner, f"{pointer}/{index}" if nested else pointer)
    else:
        yield {"pointer": pointer, "detail": _writable(str(detail))}


def _escaped(name: Any) -> str:
    return _writable(str(name)).replace("~", "~0").replace("/", "~1")


def _writable(text: str) -> str:
    """JSON can carry half a surrogate pair in; UTF-8 cannot carry it back."""
    return text.encode("utf-8", "replace").decode()
