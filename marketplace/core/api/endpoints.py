"""Endpoints for programs: load → permit → validate → one service call → answer.

They declare `permission` as pages do, and call the same services. Lists come in cursor
pages, errors as problem details, and each POST honours `Idempotency-Key`. What an endpoint
takes and answers is declared on its class, and the OpenAPI document is written from that.
"""

import datetime
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone
from rest_framework import status
from rest_framework.exceptions import APIException, NotAuthenticated, PermissionDenied
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, MultipleChoiceField, Serializer
from rest_framework.views import APIView

from marketplace.core.api.cursors import CursorPagination, PageQuery
from marketplace.core.api.parsers import AlwaysJSON, JSONParser
from marketplace.core.api.problems import problem_response
from marketplace.core.api.serializers import Nothing
from marketplace.core.data.models import IdempotencyRecord
from marketplace.core.web import idempotency
from marketplace.core.web.files import attachment
from marketplace.core.web.proof import has_fresh_proof
from marketplace.core.web.views import client_address

__all__ = [
    "ActEndpoint",
    "CursorPagination",
    "DetailEndpoint",
    "DownloadEndpoint",
    "Endpoint",
    "ListEndpoint",
    "problem_response",
]

SAFE = {"GET", "HEAD", "OPTIONS"}
READ, WRITE, MONEY = "read", "write", "money"


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


class FreshSignInNeeded(APIException):
    status_code = 403
    default_code = "fresh_sign_in_needed"
    default_detail = "Confirm that it is you on the site, then try again within 15 minutes."


class Endpoint(APIView):
    """One resource. Subclasses set `permission` or `public`, and `load` where there is one.

    `write_permission` is asked instead of `permission` before anything is changed; `public`
    opens only reading. With `fresh`, a change needs a token with the scope "money", or a
    session that was confirmed lately, as the pages of money acts do.
    """

    public: ClassVar[bool] = False
    permission: ClassVar[Callable[..., bool] | None] = None
    write_permission: ClassVar[Callable[..., bool] | None] = None
    fresh: ClassVar[bool] = False

    # What a GET shows, what a POST or PATCH takes and answers (unless told: what GET shows).
    shows: ClassVar[type[BaseSerializer[Any]] | None] = None
    takes: ClassVar[type[Serializer[Any]]] = Nothing
    answers: ClassVar[type[BaseSerializer[Any]] | None] = None
    creates: ClassVar[bool] = False
    # Further statuses of a good answer, with the same body.
    also: ClassVar[tuple[int, ...]] = ()
    # Statuses besides those that any such endpoint may answer with.
    problems: ClassVar[tuple[int, ...]] = ()
    # What is put over the endpoint in the document: a noun of product.md section 2.
    tag: ClassVar[str] = ""

    # The gate below decides; the library's own classes would ask a second question.
    permission_classes = [AllowAny]
    parser_classes: Sequence[Any] = [JSONParser]
    content_negotiation_class = AlwaysJSON
    metadata_class = None
    subject: Any = None
    _record: IdempotencyRecord | None = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name in ("permission", "write_permission"):
            if callable(cls.__dict__.get(name)):
                setattr(cls, name, staticmethod(cls.__dict__[name]))

    def load(self) -> Any:
        """The subject from a query scoped to the caller; None if the endpoint has none."""
        return None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        if request.method and request.method.lower() not in self._handled():
            self.http_method_not_allowed(request)
        self._pass_gate(request)
        key = request.headers.get("Idempotency-Key")
        if key is not None and request.method == "POST":
            self._claim(request, key)

    def _handled(self) -> list[str]:
        return [name for name in self.http_method_names if hasattr(self, name)]

    def _pass_gate(self, request: Request) -> None:
        is_open = self.public and self.is_reading
        if not is_open and not request.user.is_authenticated:
            raise NotAuthenticated
        self._check_scope(request)
        self.subject = self.load()
        if not self._is_permitted(request.user):
            raise PermissionDenied
        if self._needs_confirmation(request):
            raise FreshSignInNeeded

    def _needs_confirmation(self, request: Request) -> bool:
        """Of a session; a token was made with the scope by a freshly confirmed person."""
        is_by_session = request.auth is None and not self.is_reading
        return self.fresh and is_by_session and not has_fresh_proof(request._request)

    @property
    def is_reading(self) -> bool:
        return self.request.method in SAFE

    @classmethod
    def scope_for(cls, method: str) -> str:
        """What a token must be allowed for `method`."""
        if method in SAFE:
            return READ
        return MONEY if cls.fresh else WRITE

    def _check_scope(self, request: Request) -> None:
        scopes = getattr(request.auth, "scopes", None)
        needed = self.scope_for(request.method or "")
        if scopes is not None and needed not in scopes:
            raise PermissionDenied(f"This token lacks the scope “{needed}”.")

    def _is_permitted(self, user: Any) -> bool:
        permission = type(self).permission
        if not self.is_reading:
            permission = type(self).write_permission or permission
        if permission is None:
            return self.public and self.is_reading
        return permission(user) if self.subject is None else permission(user, self.subject)

    def _claim(self, request: Request, key: str) -> None:
        record, is_answered = idempotency.claim(
            user_id=self.user.pk,
            key=key,
            request_hash=idempotency.fingerprint(request.get_full_path(), request.data),
        )
        if is_answered:
            raise Replay(record)
        self._record = record

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        with timezone.override(datetime.UTC):
            response: Any = super().dispatch(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
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

    @property
    def user(self) -> Any:
        """The caller; nobody in particular on a public endpoint."""
        return self.request.user

    @property
    def address(self) -> str:
        """Where the caller comes from, for the event log."""
        return client_address(self.request._request)

    def validated(self) -> dict[str, Any]:
        """The request's body through `takes`; raises ValidationError."""
        return self._validated(self.takes, self.request.data)

    def _validated(self, serializer_class: type[Serializer[Any]], data: Any) -> dict[str, Any]:
        serializer = serializer_class(data=data, context={"endpoint": self})
        serializer.is_valid(raise_exception=True)
        return serializer.validated_data

    def show(self, subject: Any) -> Response:
        """`subject` as a GET shows it."""
        assert self.shows is not None
        return Response(self.shows(subject, context={"endpoint": self}).data)

    def answer(self, subject: Any) -> Response:
        """`subject` as the answer to a change."""
        serializer_class = self.answers or self.shows
        assert serializer_class is not None
        is_new = self.creates and self.request.method == "POST"
        code = status.HTTP_201_CREATED if is_new else status.HTTP_200_OK
        return Response(serializer_class(subject, context={"endpoint": self}).data, status=code)


class ActEndpoint(Endpoint):
    """POST: one service call with what was validated, then what became of it."""

    # Calls one service with the validated fields; returns what `answers` shows.
    act: Callable[..., Any]

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.answer(self.act(**self.validated()))


class ListEndpoint(Endpoint):
    """A cursor page of `rows()`, which must be scoped to the caller and ordered by `keys`."""

    pagination_class = CursorPagination
    filters: ClassVar[type[Serializer[Any]]] = PageQuery
    keys: Sequence[str] = ("-id",)

    def rows(self, **wanted: Any) -> QuerySet[Any]:
        """What the filters (validated, without those of the page) leave."""
        raise NotImplementedError

    def keys_for(self, **wanted: Any) -> Sequence[str]:
        return self.keys

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        assert self.shows is not None
        query = self._validated(self.filters, self._asked(request.query_params))
        wanted = {name: query[name] for name in query if name not in ("cursor", "page_size")}
        rows = self.rows(**wanted)
        pages = self.pages()
        found = pages.page(rows, request, keys=self.keys_for(**wanted), query=query)
        shown = self.shows(found, many=True, context={"endpoint": self}).data
        return pages.get_paginated_response(shown)

    def pages(self) -> CursorPagination:
        return self.pagination_class()

    def _asked(self, params: QueryDict) -> dict[str, Any]:
        """The query as plain values: an empty one counts as given, unlike in an HTML form."""
        fields: Any = self.filters().fields
        several = {name for name in fields if isinstance(fields[name], MultipleChoiceField)}
        return {name: params.getlist(name) if name in several else params[name] for name in params}


class DetailEndpoint(Endpoint):
    """GET: what `load` found."""

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return self.show(self.subject)


class DownloadEndpoint(Endpoint):
    """GET: the private file that `load` found, as an attachment."""

    media_type = "application/octet-stream"
    # What an address may ask for; None for nothing.
    filters: ClassVar[type[Serializer[Any]] | None] = None

    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return attachment(self.subject)


class UnknownAddress(Endpoint):
    """What the API answers where it has nothing, in the words of the API."""

    public = True
    schema = None

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        raise Http404

    post = put = patch = delete = get
