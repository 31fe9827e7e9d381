"""Numbered papers to take away, and who they name."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.organisations.models.organisations import Organisation
from accounts.organisations.queries import organisations_of
from accounts.people.models import User
from accounts.profiles.queries.profiles import country_of
from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.edit_versions import Facts, editable_facts
from marketplace.core.web.editing import EditsShared
from marketplace.core.web.views import FormPage, Gate, client_address
from payments.documents.forms import BillingDetailsForm
from payments.documents.models.billing_details import BillingDetails
from payments.documents.models.documents import Document
from payments.documents.permissions import can_state_billing_details, can_view_document
from payments.documents.queries.documents import (
    billing_of_organisation,
    billing_of_person,
    documents_of,
)
from payments.documents.services.billing_details import keep_billing_details
from payments.documents.services.documents import print_document
from payments.documents.views.downloads import download
from payments.escrows.views.viewers import viewer_of


class DocumentDownload(Gate):
    permission = can_view_document

    def load(self) -> Document:
        return get_object_or_404(
            documents_of(viewer_of(self.request)), public_id=self.kwargs["public_id"]
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        document: Document = self.subject
        body = print_document(document=document)
        return download(HttpResponse(body, content_type="application/pdf"), f"{document}.pdf")


class BillingDetailsPage(EditsShared, FormPage):
    """One's own as a freelancer, or an organisation's."""

    template = "payments/billing_details.html"
    permission = can_state_billing_details
    form_class = BillingDetailsForm
    fresh = True
    said = "Saved. Documents from now on name you so."

    def load(self) -> Organisation | User:
        user = viewer_of(self.request)
        if "public_id" not in self.kwargs:
            return user
        return get_object_or_404(organisations_of(user), public_id=self.kwargs["public_id"])

    def details(self) -> BillingDetails:
        of = self.subject
        kept = billing_of_person(of) if isinstance(of, User) else billing_of_organisation(of)
        return kept or BillingDetails()

    def form_options(self) -> dict[str, Any]:
        of, details = self.subject, self.details()
        country = country_of(of) if isinstance(of, User) else of.country
        # What was stated before is not told again.
        initial = {} if details.pk else {"country": country}
        return {"instance": details, "initial": initial | self.chosen()}

    def chosen(self) -> dict[str, str]:
        """What stands in the form while another country is chosen there."""
        given = self.request.GET
        return {name: given[name] for name in ("country", "tax_number") if name in given}

    def stored_facts(self) -> Facts:
        return editable_facts(self.details())

    def context(self) -> dict[str, Any]:
        return {"named": self.subject}

    def act(self, form: BillingDetailsForm) -> str:
        user, address = viewer_of(self.request), client_address(self.request)
        by = freelancer(user, address) if isinstance(self.subject, User) else client(user, address)
        keep_billing_details(of=self.subject, by=by, seen=self.seen, **form.stated)
        return reverse("payments:statements")
