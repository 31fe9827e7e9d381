from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.directory.forms import DirectoryFilter
from accounts.directory.queries.directory import directory, own_currency
from accounts.directory.views.cards import freelancer_cards
from marketplace.core.web.found_pages import found_page
from marketplace.core.web.views import Page


class DirectoryPage(Page):
    """Find a freelancer."""

    template = "accounts/directory_page.html"
    public = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        filters = DirectoryFilter(request.GET, own_currency=partial(own_currency, request.user))
        filters.full_clean()
        found = directory(**filters.wishes())
        # What was refused is answered by the refusal alone, not by every row.
        found = found.none() if filters.is_refused else found
        page = found_page(found, after=request.GET.get("after", ""))
        filters.show_counts(found.counts)
        return self.show(
            filters=filters,
            found=found,
            page=page,
            cards=partial(freelancer_cards, page.items),
            count=found.count,
            cap=found.cap,
        )
