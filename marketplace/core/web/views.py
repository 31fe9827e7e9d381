"""Pages: load → permit → one service call → answer.

Every route declares `public = True` or a `permission`; a test walks the URL table. A
permission is a pure predicate: `can_verb_noun(user, subject)`, or of the user alone where
the page loads no subject.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View

from marketplace.core.data.errors import DomainError
from marketplace.core.data.models import KeptForm
from marketplace.core.web import kept_forms, refusals
from marketplace.core.web.proof import (
    ask_for_proof,
    ask_for_second_factor,
    has_fresh_proof,
    has_second_factor,
)
from marketplace.core.web.sent_once import answer_once

UNPROCESSABLE = 422
READING = {"GET", "HEAD", "OPTIONS"}


def signed_in(user: Any) -> bool:
    """The permission of pages that any person with an account may open."""
    return user.is_authenticated


def client_address(request: HttpRequest) -> str:
    """Where the person comes from, seen past the proxies that are ours; empty if unknown."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return ""


class Gate(View):
    """Lets through whom the declared permission allows; a stranger's `load` finds nothing."""

    public: ClassVar[bool] = False
    permission: ClassVar[Callable[..., bool] | None] = None
    # Of staff pages: the permission that needs no subject. It is asked before anything is looked
    # for, so that the answer tells nobody what exists; then a second factor is.
    for_staff: ClassVar[Callable[[Any], bool] | None] = None
    # What grants or redirects power or money asks who it is once more (core/web/proof.py); a table
    # in tests/architecture names every act that does.
    fresh: ClassVar[bool] = False
    # Where a visitor is led first; the pages that newcomers come for ask them to sign up.
    entrance: ClassVar[str] = "account_login"
    # What is typed here is kept until it is sent: see marketplace.core.web.kept_forms.
    keeps_typed: ClassVar[bool] = False
    # The page that shows the same form, by its name: what is typed on either is kept once.
    shares_form_of: ClassVar[str] = ""
    # What is sent twice is done once: see marketplace.core.web.sent_once.
    acts_once: ClassVar[bool] = False
    # What is said of the act, once it is done.
    done: str | None = None
    subject: Any = None

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for name in ("permission", "for_staff"):
            if callable(cls.__dict__.get(name)):
                setattr(cls, name, staticmethod(cls.__dict__[name]))

    def load(self) -> Any:
        """The subject from a query scoped to the viewer, by get_object_or_404; None if none."""
        return None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.public and not request.user.is_authenticated:
            return refusals.signed_out(request, entrance=reverse(self.entrance))
        if may_enter := type(self).for_staff:
            if not may_enter(request.user):
                raise PermissionDenied
            if not has_second_factor(request):
                return ask_for_second_factor(request)
        self.subject = self.load()
        if not self._is_permitted():
            raise PermissionDenied
        if self.keeps_typed and refusals.is_autosave(request):
            return self._keep()
        if self.fresh and request.method not in READING and not has_fresh_proof(request):
            # The proof goes on with the form; whoever turns back instead finds it filled in.
            if self.keeps_typed:
                self._keep()
            return ask_for_proof(request)
        response = self._answer(request, *args, **kwargs)
        if self.keeps_typed and isinstance(response, HttpResponseRedirect):
            self.forget_kept()
        return response

    def _answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the method answers; of a form that was sent twice, what the first one did."""
        handle = super().dispatch
        if not self.acts_once or request.method != "POST" or not request.user.is_authenticated:
            return handle(request, *args, **kwargs)
        return answer_once(
            request, lambda: handle(request, *args, **kwargs), done=lambda: self.done
        )

    @cached_property
    def kept(self) -> KeptForm | None:
        """What the person typed here before and has not sent, for the form to show again."""
        is_shown = self.keeps_typed and self.request.method == "GET"
        if not is_shown or not self.request.user.is_authenticated:
            return None
        return kept_forms.kept_for(self.request.user, self.request.path)

    def forget_kept(self) -> None:
        if self.request.method == "POST" and self.request.user.is_authenticated:
            kept_forms.forget(user=self.request.user, path=self.request.path)

    def _keep(self) -> HttpResponse:
        """An autosave does nothing but keep: no act, no proof of who one is."""
        try:
            kept_forms.keep(user=self.request.user, path=self.request.path, data=self.request.POST)
        except kept_forms.TooLongToKeep:
            return refusals.refused(413, refusals.TOO_LARGE)
        return HttpResponse(status=204)

    def _is_permitted(self) -> bool:
        if self.permission is None:
            return self.public
        if self.subject is None:
            return type(self).permission(self.request.user)  # type: ignore[misc]
        return type(self).permission(self.request.user, self.subject)  # type: ignore[misc]


class Page(Gate):
    """Shows one template."""

    template: ClassVar[str]

    def context(self) -> dict[str, Any]:
        return {}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show()

    def show(self, status: int = 200, **extra: Any) -> HttpResponse:
        facts = {"keeps_typed": self.keeps_typed, "kept": self.kept}
        facts |= self.context() | extra
        return render(self.request, self.template, facts, status=status)


class FormPage(Page):
    """Shows a form, and on a valid POST makes one service call and goes on.

    A refusal of the service is shown above the form, which keeps what was typed.
    """

    form_class: ClassVar[type[BaseForm]]
    keeps_typed = True
    acts_once = True
    # What is said afterwards; an act with two outcomes sets it.
    said: str = ""

    def form(self, data: Any = None, files: Any = None) -> BaseForm:
        return self.form_class(data, files, **self.form_options())

    def form_options(self) -> dict[str, Any]:
        return {}

    def act(self, form: Any) -> str:
        """Call one service; return the address to go on to."""
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form()
        if self.kept:
            kept_forms.type_into(form, self.kept.data)
        return self.show(form=form)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(UNPROCESSABLE, form=form)
        try:
            address = self.act(form)
        except DomainError as refusal:
            return self.refused(form, refusal)
        self.done = self.said
        if self.said:
            messages.success(request, self.said)
        return HttpResponseRedirect(address)

    def refused(self, form: Any, refusal: DomainError) -> HttpResponse:
        form.add_error(None, refusal.sentence)
        return self.show(UNPROCESSABLE, form=form)


class Act(Gate):
    """POST only: one service call without input; a refusal is told on the page one came from."""

    http_method_names = ["post"]
    acts_once = True
    said: ClassVar[str] = ""

    def act(self) -> str:
        """Call one service; return the address to go on to."""
        raise NotImplementedError

    def back(self) -> str:
        """Where to tell a refusal."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            address = self.act()
        except DomainError as refusal:
            messages.error(request, refusal.sentence)
            return HttpResponseRedirect(self.back())
        self.done = self.said
        if self.said:
            messages.success(request, self.said)
        return HttpResponseRedirect(address)
