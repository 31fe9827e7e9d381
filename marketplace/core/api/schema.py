"""The OpenAPI document, written from what endpoints declare."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from marketplace.core.api import problems
from marketplace.core.api.edits import EditedEndpoint
from marketplace.core.api.endpoints import DownloadEndpoint, ListEndpoint
from marketplace.core.api.serializers import Nothing, ProblemSerializer, StrictSerializer
from marketplace.core.web.idempotency import LONGEST_KEY

ALWAYS = (401, 403, 429)
CHANGING = (400, 409, 413, 415, 422)
KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[ -~]+$"},
    OpenApiParameter.HEADER,
    description="Makes it safe to send this request again: for a day the first answer is given "
    "again. Any text that you use once, such as a UUID.",
)
REPLAYED = OpenApiParameter(
    "Idempotent-Replayed",
    {"type": "string", "const": "true"},
    OpenApiParameter.HEADER,
    response=[200, 201, 202],
    description="The act was done before, under the same Idempotency-Key; nothing was done now.",
)
TAG = OpenApiParameter(
    "ETag",
    str,
    OpenApiParameter.HEADER,
    response=[200, 201],
    description="The version of what can be edited; it changes with any edit, by whomever.",
)
MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The ETag that you read. If the resource was edited since, nothing is changed "
    "and the answer is 412; without this header, the last change wins.",
)
WAIT = OpenApiParameter(
    "Retry-After",
    int,
    OpenApiParameter.HEADER,
    response=[429],
    description="Seconds until the next request is let through.",
)


class EndpointSchema(AutoSchema):
    """Reads `takes`, `shows`, `answers`, `filters`, `public` and `fresh` of an endpoint."""

    view: Any

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_summary(self) -> str | None:
        first = self.get_description().split("\n")[0].split(". ")[0]
        return first.rstrip(".")

    def get_description(self) -> str:  # type: ignore[override]
        handler = getattr(self.view, self.method.lower())
        return (handler.__doc__ or type(self.view).__doc__ or "").strip()

    def get_operation_id(self) -> str:
        """A version is told apart from the resource that has versions."""
        name = super().get_operation_id()
        is_version = self.path.endswith("{number}/")
        return name.removesuffix("_retrieve") + "_version_retrieve" if is_version else name

    def get_auth(self) -> list[dict[str, Any]]:
        """A token names the scope that it needs; a public read needs neither."""
        scope = self.view.scope_for(self.method)
        auths = [auth for auth in super().get_auth() if auth]
        scoped = [{name: [scope] if name == "token" else [] for name in auth} for auth in auths]
        is_open = self.view.public and scope == "read"
        return [*scoped, {}] if is_open else scoped

    def get_override_parameters(self) -> list[Any]:
        edited = self._edit_parameters()
        if self.method == "POST":
            return [*edited, KEY, REPLAYED, WAIT]
        return [*edited, WAIT, *self._filters()]

    def _edit_parameters(self) -> list[Any]:
        if not isinstance(self.view, EditedEndpoint) or self.method == "DELETE":
            return []
        return [TAG] if self.method == "GET" else [MATCH, TAG]

    def _filters(self) -> list[Any]:
        """What of the address is validated."""
        filters = getattr(self.view, "filters", None) if self.method == "GET" else None
        return [filters] if filters else []

    def get_request_serializer(self) -> Any:
        takes = self.view.takes
        has_body = self.method in ("POST", "PUT", "PATCH") and takes is not Nothing
        return takes if has_body else None

    def get_response_serializers(self) -> Any:
        if self.method == "DELETE":
            return {204: None}
        if isinstance(self.view, DownloadEndpoint):
            return {(200, self.view.media_type): OpenApiTypes.BINARY}
        if self.method == "GET":
            return {200: self.view.shows}
        code = 201 if self.view.creates and self.method == "POST" else 200
        body = self.view.answers or self.view.shows
        return dict.fromkeys((code, *self.view.also), body)

    def _is_list_view(self, serializer: Any = None) -> bool:
        return isinstance(self.view, ListEndpoint) and self.method == "GET"

    def _get_response_bodies(self, direction: Any = "response") -> dict[str, Any]:
        bodies = super()._get_response_bodies(direction)
        for code in sorted(self._problems()):
            body = self._get_response_for_code(
                ProblemSerializer, str(code), [problems.MEDIA_TYPE], direction
            )
            bodies[str(code)] = body | {"description": HTTPStatus(code).phrase}
        return bodies

    def _postprocess_serializer_schema(
        self, schema: dict[str, Any], serializer: Any, direction: Any
    ) -> dict[str, Any]:
        schema = super()._postprocess_serializer_schema(schema, serializer, direction)
        if direction == "request" and isinstance(serializer, StrictSerializer):
            schema["additionalProperties"] = False
        return schema

    def _problems(self) -> set[int]:
        found = {*ALWAYS, *self.view.problems}
        if self.method in ("POST", "PUT", "PATCH"):
            found |= set(CHANGING)
        if self.method == "DELETE":
            found.add(409)
        if MATCH in self._edit_parameters():
            found.add(412)
        if self._filters():
            found.add(400)
        if "{" in self.path:
            found.add(404)
        return found
