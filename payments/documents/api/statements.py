"""Statements of a month for programs: the same lines as the papers."""

from datetime import UTC
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.queries import organisations_of
from accounts.people.models import User
from marketplace.core.api.endpoints import DetailEndpoint
from payments.documents.api.serializers import StatementSerializer
from payments.documents.permissions import can_view_statements
from payments.documents.queries.statements import month_start, statement_parts
from payments.documents.services.statements import month_after


class StatementOfMonth(DetailEndpoint):
    """What moved on your own earnings in a month of UTC; so far, while it runs."""

    tag = "payouts"
    permission = can_view_statements
    shows = StatementSerializer

    def load(self) -> Organisation | User:
        return self.user

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        first = month_start(self.kwargs["year"], self.kwargs["month"])
        if first is None:
            raise Http404
        after = month_after(first)
        return self.show(
            {
                "month": f"{first:%Y-%m}",
                "is_over": after <= timezone.now().astimezone(UTC).date(),
                "currencies": statement_parts(self.subject, first, after),
            }
        )


class StatementOfOrganisation(StatementOfMonth):
    """What moved on an organisation's held funds in a month of UTC; so far, while it runs."""

    tag = "held funds"

    def load(self) -> Organisation:
        return get_object_or_404(organisations_of(self.user), public_id=self.kwargs["public_id"])
