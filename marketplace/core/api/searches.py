"""Lists for programs that can be searched by words."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.response import Response

from marketplace.core.api.cursors import CursorPagination, PageQuery
from marketplace.core.api.endpoints import ListEndpoint
from marketplace.core.data.search.finding import Found
from marketplace.core.web.found_pages import found_page
from marketplace.core.web.pages import KeysetPage


class SearchQuery(PageQuery):
    """Words, beside the filters that a subclass adds."""

    q = serializers.CharField(
        required=False,
        max_length=120,
        allow_blank=True,
        help_text="Words in any form; misspelt ones are corrected, and what means the same in "
        "other words is found too. The best of the newest come first then.",
    )
    literal = serializers.BooleanField(
        required=False, default=False, help_text="Look for `q` as it is, without corrections."
    )


class SearchPagination(CursorPagination):
    """Says what was looked for, where that is not what was asked."""

    found: Found
    assumed_currency: str

    def cut(self, rows: QuerySet[Any], *, keys: Sequence[str], after: str, size: int) -> KeysetPage:
        return found_page(self.found, after=after, size=size, is_strict=True)

    def get_paginated_response(self, data: Any) -> Response:
        answer = super().get_paginated_response(data)
        answer.data["showing_results_for"] = self.found.instead or None
        answer.data["assumed_currency"] = self.assumed_currency or None
        return answer

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        page = super().get_paginated_response_schema(schema)
        # Lists of the same things that are not searched share this description, and lack it.
        page["properties"]["showing_results_for"] = {
            "type": ["string", "null"],
            "description": "What was looked for in place of `q`, whose words nobody uses; "
            "null where `q` was looked for.",
        }
        page["properties"]["assumed_currency"] = {
            "type": ["string", "null"],
            "description": "Your own currency, where a price came without one; else null.",
        }
        return page


class SearchEndpoint(ListEndpoint):
    """A cursor page of what `find` found.

    The filter `price` is understood in the caller's own currency, unless told, or refused with
    `needs_currency`: the field and the sentence.
    """

    pagination_class = SearchPagination
    filters = SearchQuery
    price: ClassVar[str]
    needs_currency: ClassVar[tuple[str, str]]
    found: Found
    assumed_currency = ""

    def own_currency(self) -> str:
        raise NotImplementedError

    def find(self, **wanted: Any) -> Found:
        raise NotImplementedError

    def rows(self, **wanted: Any) -> QuerySet[Any]:
        if self.price in wanted and "currency" not in wanted:
            wanted["currency"] = self.assumed_currency = self.own_currency()
            if not self.assumed_currency:
                name, sentence = self.needs_currency
                raise serializers.ValidationError({name: [sentence]})
        self.found = self.find(**wanted)
        return self.found.rows

    def keys_for(self, **wanted: Any) -> Sequence[str]:
        return self.found.keys

    def pages(self) -> CursorPagination:
        pages = SearchPagination()
        pages.found, pages.assumed_currency = self.found, self.assumed_currency
        return pages
