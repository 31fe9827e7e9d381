"""The way to the processor's own pages, where a payee gives their details, and back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts.people.places import country_name
from accounts.profiles.queries.profiles import country_of
from marketplace.core.data.errors import DomainError
from marketplace.core.web.views import Act, FormPage, Gate
from payments.escrows.views.viewers import viewer_of
from payments.payouts.forms import OnboardingForm
from payments.payouts.permissions import can_be_paid
from payments.payouts.queries.payees import block_of, payee_of, payouts_out_of_reach, standing_of
from payments.payouts.services.payees import dashboard_link, refresh_own_account, start_onboarding


class OnboardingPage(FormPage):
    """Starts, or continues, the set-up; the bank account is the processor's business alone."""

    template = "payments/onboarding.html"
    permission = can_be_paid
    form_class = OnboardingForm
    fresh = True

    def form_options(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        return {"payee": payee_of(user), "home": country_of(user)}

    def context(self) -> dict[str, Any]:
        user = viewer_of(self.request)
        return {
            "standing": standing_of(user),
            "reach": payouts_out_of_reach(user),
            "home": country_name(country_of(user)),
        }

    def act(self, form: OnboardingForm) -> str:
        absolute = self.request.build_absolute_uri
        return start_onboarding(
            user=viewer_of(self.request),
            country=form.cleaned_data["country"],
            return_url=absolute(reverse("payments:onboarding_return")),
            refresh_url=absolute(reverse("payments:onboarding")),
        )


class OnboardingReturn(Gate):
    """Where the processor sends the person back to: looks at the account and says how it is."""

    permission = can_be_paid

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            payee = refresh_own_account(user=viewer_of(request))
        except DomainError as refusal:
            messages.warning(request, refusal.sentence)
            return HttpResponseRedirect(reverse("payments:onboarding"))
        if block_of(payee):
            return HttpResponseRedirect(reverse("payments:onboarding"))
        messages.success(request, "Your payout account is ready.")
        return HttpResponseRedirect(reverse("payments:money"))


class DashboardAct(Act):
    """To the processor's small dashboard: bank account, payouts, tax forms."""

    permission = can_be_paid
    fresh = True

    def act(self) -> str:
        return dashboard_link(user=viewer_of(self.request))

    def back(self) -> str:
        return reverse("payments:onboarding")
