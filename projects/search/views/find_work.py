"""Find work: the open briefs that fit."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from marketplace.core.web.found_pages import found_page
from marketplace.core.web.views import Page
from projects.search.forms import FindWorkForm
from projects.search.queries import find_briefs, own_currency
from projects.search.views.cards import brief_cards


class BriefList(Page):
    """Find work. Without scripts a form with GET; with them only the results are swapped."""

    public = True
    template = "projects/brief_list.html"
    results = "projects/brief_results.html"

    def context(self) -> dict[str, Any]:
        form = FindWorkForm(self.request.GET, own_currency=partial(own_currency, self.request.user))
        found = find_briefs(form.wanted())
        # What was refused is answered by the refusal alone, not by every row.
        found = found.none() if form.errors else found
        after = self.request.GET.get("after", "")
        page = found_page(found, after=after)
        form.show_counts(found.counts)
        return {
            "form": form,
            "found": found,
            "page": page,
            "cards": partial(brief_cards, page.items),
            "count": found.count,
            "cap": found.cap,
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        htmx = request.htmx  # type: ignore[attr-defined]
        if not htmx or htmx.history_restore_request:
            response = self.show()
        else:
            response = render(request, self.results, self.context() | {"is_swapped": True})
            response["HX-Push-Url"] = self._address()
        patch_vary_headers(response, ["HX-Request"])
        return response

    def _address(self) -> str:
        """The address without what was left empty."""
        query = self.request.GET.copy()
        for name in list(query):
            query.setlist(name, [value for value in query.getlist(name) if value])
            if not query.getlist(name):
                del query[name]
        return f"{self.request.path}?{query.urlencode()}" if query else self.request.path
