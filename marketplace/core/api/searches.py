"""Lists for programs that can be searched by words."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.response import Response

from marketplace.core.api.cursors import CursorPagination, PageQuery
from marketplace.core.api.endpoints import ListEndpoint
from marketplace.core.data.search.finding import Found


class SearchQuery(PageQuery):
    """Words, beside the filters that a subclass adds."""

    q = serializers.CharField(
        required=False,
        max_length=120,
        allow_blank=True,
        help_text="Words in any form; misspelt ones are corrected. The best of the newest "
        "come first then.",
    )
    literal = serializers.BooleanField(
        required=False, default=False, help_text="Look for `q` as it is, without corrections."
    )


class SearchPagination(CursorPagination):
    """Says what was looked for, where that is not what was asked."""

    found: Found

    def get_paginated_response(self, data: Any) -> Response:
        answer = super().get_paginated_response(data)
        answer.data["showing_results_for"] = self.found.instead or None
        return answer

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        page = super().get_paginated_response_schema(schema)
        # Lists of the same things that are not searched share this description, and lack it.
        page["properties"]["showing_results_for"] = {
            "type": ["string", "null"],
            "description": "What was looked for in place of `q`, whose words nobody uses; "
            "null where `q` was looked for.",
        }
        return page


class SearchEndpoint(ListEndpoint):
    """A cursor page of what `find` found."""

    pagination_class = SearchPagination
    filters = SearchQuery
    found: Found

    def find(self, **wanted: Any) -> Found:
        raise NotImplementedError

    def rows(self, **wanted: Any) -> QuerySet[Any]:
        self.found = self.find(**wanted)
        return self.found.rows

    def keys_for(self, **wanted: Any) -> Sequence[str]:
        return self.found.keys

    def pages(self) -> CursorPagination:
        pages = SearchPagination()
        pages.found = self.found
        return pages
