"""Endpoints for programs: load → permit → validate → one service call → answer.

They declare `permission` as pages do, and call the same services. Lists come in cursor
pages, errors as problem details, and each POST honours `Idempotency-Key`.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from rest_framework import status
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.generics import GenericAPIView
from rest_framework.pagination import CursorPagination as CursorPaginationBase
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core import idempotency
from marketplace.core.models import IdempotencyRecord
from marketplace.core.problems import problem_response

__all__ = ["CursorPagination", "Endpoint", "ListEndpoint", "problem_response"]

SAFE = {"GET", "HEAD", "OPTIONS"}


class CursorPagination(CursorPaginationBase):
    ordering = "-id"
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


class Replay(Exception):
    """This POST was answered before: the kept answer is given again."""

    def __init__(self, record: IdempotencyRecord) -> None:
        super().__init__(record.key)
        self.record = record

    def answer(self) -> HttpResponse:
        kept = self.record
        response = HttpResponse(kept.body, status=kept.status, content_type=kept.media_type)
        response["Idempotent-Replayed"] = "true"
        return response


class Endpoint(GenericAPIView):
    """One resource. Subclasses set `permission` or `public`, and `load` where there is one."""

    public: ClassVar[bool] = False
    permission: ClassVar[Callable[..., bool] | None] = None
    # The gate below decides; the library's own classes would ask a second question.
    permission_classes = [AllowAny]
    subject: Any = None
    _record: IdempotencyRecord | None = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if callable(cls.__dict__.get("permission")):
            cls.permission = staticmethod(cls.__dict__["permission"])

    def load(self) -> Any:
        """The subject from a query scoped to the caller; None if the endpoint has none."""
        return None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raw = request._request
        key = raw.headers.get("Idempotency-Key")
        body = raw.body if key and request.method == "POST" else b""
        super().initial(request, *args, **kwargs)
        self._pass_gate(request)
        if key and request.method == "POST" and request.user.is_authenticated:
            digest = idempotency.fingerprint("POST", raw.get_full_path(), body)
            record, replay = idempotency.claim(
                user_id=request.user.pk, key=key, request_hash=digest
            )
            if replay:
                raise Replay(record)
            self._record = record

    def _pass_gate(self, request: Request) -> None:
        if not self.public and not request.user.is_authenticated:
            raise NotAuthenticated
        scopes = getattr(request.auth, "scopes", None)
        if scopes is not None and request.method not in SAFE and "write" not in scopes:
            raise PermissionDenied("This token may only read.")
        self.subject = self.load()
        permission = type(self).permission
        if permission is None:
            permitted = self.public
        elif self.subject is None:
            permitted = permission(request.user)
        else:
            permitted = permission(request.user, self.subject)
        if not permitted:
            raise PermissionDenied

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        response: Any = super().dispatch(request, *args, **kwargs)
        if self._record is not None:
            response.render()
            idempotency.settle(
                self._record,
                status=response.status_code,
                body=response.content.decode(),
                media_type=response.headers.get("Content-Type", ""),
            )
        return response

    def handle_exception(self, exc: Exception) -> Any:
        if isinstance(exc, Replay):
            return exc.answer()
        try:
            return super().handle_exception(exc)
        except Exception:
            if self._record is not None:
                idempotency.settle(self._record, status=500, body="", media_type="")
            raise

    def validated(self) -> dict[str, Any]:
        """The request's data through the endpoint's serializer; raises ValidationError."""
        serializer = self.get_serializer(data=self.request.data)
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data

    def answer(self, body: Any, *, created: bool = False) -> Response:
        return Response(body, status=status.HTTP_201_CREATED if created else status.HTTP_200_OK)


class ListEndpoint(Endpoint):
    """A cursor page of `rows()`, which must be scoped to the caller."""

    pagination_class = CursorPagination

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def get_queryset(self) -> QuerySet[Any]:
        return self.rows()

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.rows()))
        return self.get_paginated_response(self.get_serializer(page, many=True).data)
