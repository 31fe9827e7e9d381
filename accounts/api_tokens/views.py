from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from accounts.api_tokens.forms import TokenForm
from accounts.api_tokens.models import ApiToken
from accounts.api_tokens.permissions import owns_token
from accounts.api_tokens.queries import tokens_of
from accounts.api_tokens.services import create_token, revoke_token
from accounts.people.standing import PersonalRequest
from marketplace.core.data import actors
from marketplace.core.data.actors import Actor
from marketplace.core.web.views import Act, FormPage, Gate, client_address, signed_in

MADE_ONCE = (
    "The form was sent twice, and made one token. If you did not see its secret, revoke it and "
    "make another."
)


class ByPerson(Gate):
    request: PersonalRequest

    def actor(self) -> Actor:
        return Actor(self.request.user, actors.PERSON, client_address(self.request))


class TokensPage(ByPerson, FormPage):
    """A person's tokens; a new one's secret is shown in the answer to its making, never again."""

    template = "accounts/token_list.html"
    permission = signed_in
    fresh = True
    form_class = TokenForm

    def context(self) -> dict[str, Any]:
        return {"tokens": tokens_of(self.request.user)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(422, form=form)
        days = form.cleaned_data["expires"]
        token, secret = create_token(
            by=self.actor(),
            name=form.cleaned_data["name"],
            scopes=form.cleaned_data["scopes"],
            expires_at=timezone.now() + timedelta(days=int(days)) if days else None,
        )
        self.done = MADE_ONCE
        self.forget_kept()
        return self.show(form=self.form(), token=token, secret=secret)


class RevokeTokenAct(ByPerson, Act):
    permission = owns_token
    said = "The token no longer works."

    def load(self) -> ApiToken:
        mine = tokens_of(self.request.user)
        return get_object_or_404(mine, public_id=self.kwargs["public_id"])

    def act(self) -> str:
        revoke_token(token=self.subject, by=self.actor())
        return self.back()

    def back(self) -> str:
        return reverse("accounts:settings_tokens")
