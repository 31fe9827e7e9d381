"""Reading the bodies of API requests, and what they are answered in."""

from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework import parsers
from rest_framework.exceptions import APIException, ParseError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request

from marketplace.core.data.texts import Unkeepable, check_keepable


class BodyTooLarge(APIException):
    status_code = 413
    default_detail = "The body is too large."
    default_code = "body_too_large"


class JSONParser(parsers.JSONParser):
    """JSON up to the size and depth that a body of ours can have, of what can be kept."""

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        length = (parser_context or {})["request"].META.get("CONTENT_LENGTH") or 0
        if int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise BodyTooLarge
        try:
            found = super().parse(stream, media_type, parser_context)
            check_keepable(found)
        except RecursionError as error:
            raise ParseError("The JSON is nested too deeply.") from error
        except Unkeepable as error:
            raise ParseError(str(error)) from error
        return found


class AlwaysJSON(DefaultContentNegotiation):
    """There is one format, so nobody's Accept header is refused."""

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type
