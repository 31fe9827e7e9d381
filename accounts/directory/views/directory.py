from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.directory.forms import DirectoryFilter
from accounts.directory.queries.directory import COUNT_CAP, capped_count, directory, in_order
from accounts.directory.views.cards import freelancer_cards
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page


class DirectoryPage(Page):
    """Find a freelancer."""

    template = "accounts/directory_page.html"
    public = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        filters = DirectoryFilter(request.GET)
        filters.full_clean()
        found = directory(**filters.wishes())
        # What was refused is answered by the refusal alone, not by every row.
        found = found.none() if filters.is_refused else found
        profiles, keys = in_order(found, filters.cleaned_data.get("sort", ""))
        page = keyset_page(profiles, keys=keys, after=request.GET.get("after", ""))
        return self.show(
            filters=filters,
            page=page,
            cards=partial(freelancer_cards, page.items),
            count=capped_count(found),
            cap=COUNT_CAP,
        )
