"""The way to prove who one is for people who came by Google or GitHub, without a password."""

from typing import Any

from allauth.account.views import PasswordSetView
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from marketplace.core.web.allauth_internals import resume_request
from marketplace.core.web.proof import has_fresh_proof
from marketplace.core.web.views import Gate, Page, signed_in


class _OnTheWay(Gate):
    """`?next=` is the page that asked; a foreign address is ignored."""

    permission = signed_in

    @property
    def next(self) -> str:
        wished = self.request.GET.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(wished, allowed_hosts=None)
        return wished if is_ours else reverse("accounts:desk")

    def address(self, name: str) -> str:
        return f"{reverse(name)}?{urlencode({'next': self.next})}"


class ProofPage(_OnTheWay, Page):
    """Offers the accounts that the person signs in with."""

    template = "accounts/proof.html"

    def context(self) -> dict[str, Any]:
        goes_on = format_html('<input type="hidden" name="next" value="{}">', self.next)
        reset = reverse("account_reset_password")
        return {"ways": self._ways(), "reset_url": reset, "redirect_field": goes_on}

    def _ways(self) -> list[dict[str, str]]:
        linked = SocialAccount.objects.filter(user_id=self.request.user.pk)
        names = set(linked.values_list("provider", flat=True))
        options = {
            # Neither signs in nor links: the adapter notes who came back.
            "process": "redirect",
            "next": self.address("accounts:proof_return"),
            # Somebody answers there, rather than a cookie alone.
            "auth_params": "prompt=select_account",
        }
        return [
            {"name": provider.name, "url": provider.get_login_url(self.request, **options)}
            for provider in get_adapter().list_providers(self.request)
            if provider.id in names
        ]


class ProofReturn(_OnTheWay):
    """Back from the provider: goes on with what was posted before, which was kept meanwhile."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_fresh_proof(request):
            messages.error(
                request,
                "That is not the account you sign in with here. Choose the same one as always.",
            )
            return HttpResponseRedirect(self.address("accounts:proof"))
        return resume_request(request) or HttpResponseRedirect(self.next)


class SetPassword(PasswordSetView):
    """allauth lets any session give an account its first password; we ask for fresh proof.

    It asks before the form is shown: a password is not kept aside as other forms are.
    """

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.path)
        if not has_fresh_proof(request):
            return redirect_to_login(request.path, reverse("accounts:proof"))
        return super().dispatch(request, *args, **kwargs)
