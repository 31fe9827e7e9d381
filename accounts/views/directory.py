from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from accounts.forms.directory import DirectoryFilter
from accounts.queries.freelancers import directory
from accounts.views.cards import freelancer_cards
from marketplace.core.pages import keyset_page
from marketplace.core.views import Page


class DirectoryPage(Page):
    """Find a freelancer."""

    template = "accounts/directory.html"
    public = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        filters = DirectoryFilter(request.GET)
        filters.full_clean()
        page = keyset_page(
            directory(**filters.wishes()),
            keys=("-updated_at", "-id"),
            after=request.GET.get("after", ""),
        )
        return self.show(filters=filters, page=page, cards=partial(freelancer_cards, page.items))
