"""Saved payment methods: list, add on the processor's page, make the default, remove."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.organisations.models.organisations import Organisation
from marketplace.core.data.actors import client
from marketplace.core.web.views import Act, FormPage, Gate, Page, client_address
from payments.escrows.views.viewers import viewer_of
from payments.payment_methods.forms import MethodSetupForm
from payments.payment_methods.models import MethodSetup, PaymentMethod
from payments.payment_methods.permissions import can_keep_methods, can_pay_at_all
from payments.payment_methods.queries import (
    heir_of,
    methods_of,
    organisations_to_pay_for,
    setups_of,
)
from payments.payment_methods.services.methods import make_default, remove_method
from payments.payment_methods.services.setups import look_at_setup, mandate_of, start_setup
from payments.payment_methods.states import MethodSetupState


class MethodsPage(Page):
    """What each organisation saved that one may pay for."""

    template = "payments/method_list.html"
    permission = can_pay_at_all

    def context(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        saved: dict[Organisation, list[PaymentMethod]] = {
            organisation: [] for organisation in organisations_to_pay_for(user)
        }
        for method in methods_of(user):
            saved[method.organisation].append(method)
        return {"saved": list(saved.items())}


class AddMethodPage(FormPage):
    """Says what saving allows, then leads to the processor's page."""

    template = "payments/method_setup.html"
    permission = can_keep_methods
    form_class = MethodSetupForm
    fresh = True

    def load(self) -> Organisation:
        rows = organisations_to_pay_for(viewer_of(self.request))
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {"organisation": self.subject, "mandate": mandate_of(self.subject)}

    def act(self, form: MethodSetupForm) -> str:
        absolute = self.request.build_absolute_uri
        result = reverse("payments:method_setup_result", args=[ANY_SETUP])
        return start_setup(
            organisation=self.subject,
            currency=form.cleaned_data["currency"],
            by=client(viewer_of(self.request), client_address(self.request)),
            return_url=absolute(result).replace(ANY_SETUP, "{setup}"),
            cancel_url=absolute(reverse("payments:methods")),
        )


ANY_SETUP = "00000000-0000-0000-0000-000000000000"


class MethodSetupResult(Gate):
    """Where the processor sends the person back to: looks for itself and says how it went."""

    permission = can_keep_methods

    def load(self) -> MethodSetup:
        rows = setups_of(viewer_of(self.request))
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        setup: MethodSetup = self.subject
        look_at_setup(setup=setup)
        if setup.state == MethodSetupState.SAVED:
            messages.success(request, f"{setup.method} is saved.")
        elif setup.state == MethodSetupState.OPEN:
            messages.info(request, "Your bank has not confirmed yet. We write to you when it has.")
        else:
            messages.warning(request, f"Nothing was saved. {setup.problem}".strip())
        return HttpResponseRedirect(reverse("payments:methods"))


class _OneMethod(Gate):
    permission = can_keep_methods
    fresh = True

    def load(self) -> PaymentMethod:
        rows = methods_of(viewer_of(self.request))
        return get_object_or_404(rows, public_id=self.kwargs["public_id"])

    def by(self) -> Any:
        return client(viewer_of(self.request), client_address(self.request))


class MakeDefault(_OneMethod, Act):
    def act(self) -> str:
        make_default(method=self.subject, by=self.by())
        messages.success(self.request, f"{self.subject} is the default now.")
        return self.back()

    def back(self) -> str:
        return reverse("payments:methods")


class RemoveMethodPage(_OneMethod, FormPage):
    template = "payments/method_removal.html"
    form_class = forms.Form
    said = "Removed. It is never charged again."

    def context(self) -> dict[str, Any]:
        return {"method": self.subject, "heir": heir_of(self.subject)}

    def act(self, form: forms.Form) -> str:
        remove_method(method=self.subject, by=self.by())
        return reverse("payments:methods")
