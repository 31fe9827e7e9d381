"""Briefs that wait for a moderator; the acts are on the brief's own page."""

from typing import Any, ClassVar

from django.db.models import QuerySet

from marketplace.core.staff.registry import is_of_staff
from marketplace.core.web.pages import keyset_page
from marketplace.core.web.views import Page
from projects.briefs.models.briefs import Brief
from projects.briefs.queries.review import briefs_in_review
from projects.briefs.queries.staff import appealed_briefs, first_briefs


class _StaffBriefs(Page):
    permission = is_of_staff
    for_staff = is_of_staff
    template = "staff/brief_list.html"
    title: ClassVar[str]
    lead: ClassVar[str]
    keys: ClassVar[tuple[str, ...]]

    def rows(self) -> QuerySet[Brief]:
        raise NotImplementedError

    def context(self) -> dict[str, Any]:
        after = self.request.GET.get("after", "")
        return {
            "title": self.title,
            "lead": self.lead,
            "page": keyset_page(self.rows(), keys=self.keys, after=after),
        }


class Appeals(_StaffBriefs):
    title = "Appeals against a removal"
    lead = "The longest waiting first. Open a brief to restore it or leave it removed."
    keys = ("appealed_at", "id")

    def rows(self) -> QuerySet[Brief]:
        return appealed_briefs()


class FirstBriefs(_StaffBriefs):
    title = "First briefs"
    lead = "The first brief of an organisation, published in the last 7 days."
    keys = ("-published_at", "-id")

    def rows(self) -> QuerySet[Brief]:
        return first_briefs()


class ReviewQueue(_StaffBriefs):
    title = "Briefs to review"
    lead = "Not published yet, the longest waiting first. Open a brief to approve or return it."
    template = "staff/review_queue.html"
    keys = ("queued_at", "id")

    def rows(self) -> QuerySet[Brief]:
        return briefs_in_review()
