from typing import Any

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from accounts.people.models import User
from accounts.sign_in.queries import demo_people
from marketplace.core.web.allauth_internals import record_authentication, resume_request
from marketplace.core.web.views import Gate

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class DemoSignIn(Gate):
    """Signs in as a person of the demo marketplace without a password, in the demo only."""

    public = True
    http_method_names = ["post"]

    def load(self) -> User:
        return get_object_or_404(demo_people(), public_id=self.kwargs["public_id"])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        login(request, self.subject, backend=BACKEND)
        # In the demo one click stands for every proof, that of staff included.
        for method in ("password", "mfa"):
            record_authentication(request, self.subject, method=method, reauthenticated=True)
        # Whoever was asked for fresh proof goes on with what they had posted.
        return resume_request(request) or HttpResponseRedirect(reverse("accounts:desk"))
