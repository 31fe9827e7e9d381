"""Cursor pages of the REST API, on the same keysets as the pages."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from marketplace.core.api.serializers import QueryNumber, StrictSerializer
from marketplace.core.web.pages import PAGE_SIZE, KeysetPage, UnreadableCursor, keyset_page

LARGEST = 100


class PageQuery(StrictSerializer):
    """What every list can be asked; subclasses add their filters."""

    cursor = serializers.CharField(
        required=False,
        max_length=500,
        help_text="Where the page starts, from the `next` of the page before.",
    )
    page_size = QueryNumber(
        required=False,
        min_value=1,
        max_value=LARGEST,
        default=PAGE_SIZE,
        help_text=f"Rows of a page, {PAGE_SIZE} unless told.",
    )


class CursorPagination(BasePagination):
    """`next` is the address of the following page, null on the last one."""

    next: str | None = None

    def page(
        self, rows: QuerySet[Any], request: Request, *, keys: Sequence[str], query: dict[str, Any]
    ) -> list[Any]:
        """The rows of the page that `query` (validated) asks for; keeps where the next starts."""
        after = query.get("cursor", "")
        try:
            found = self.cut(rows, keys=keys, after=after, size=query["page_size"])
        except UnreadableCursor as error:
            raise ValidationError({"cursor": ["This cursor leads nowhere."]}) from error
        if found.next:
            here = request.build_absolute_uri()
            self.next = replace_query_param(here, "cursor", found.next)
        return found.items

    def cut(self, rows: QuerySet[Any], *, keys: Sequence[str], after: str, size: int) -> KeysetPage:
        return keyset_page(rows, keys=keys, after=after, size=size, is_strict=True)

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self.next, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["next", "results"],
            "properties": {
                "next": {
                    "type": ["string", "null"],
                    "format": "uri",
                    "description": "The address of the next page; null on the last one.",
                },
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """They come with the filters of the endpoint."""
        return []
