"""Holdout's pages on its demo, each as somebody who has much on it."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings")
import django

django.setup()

from importlib import import_module

from django.conf import settings
from django.contrib.auth import login
from django.db.models import Count
from django.http import HttpRequest
from django.urls import reverse

from accounts.people.models import User
from contracts.agreements.models.contracts import Contract
from projects.briefs.models.briefs import Brief


def prepare() -> None:
    """The stack has filled the demo already."""


def pages() -> dict[str, tuple[str, str]]:
    """(kind of person, address) by name."""
    contract, brief = busiest_contract(), Brief.objects.exclude(published_at=None)[0]
    profile = contract.freelancer.freelancer_profile
    return {
        "brief list": ("freelancer", reverse("projects:brief_list")),
        "search result": ("freelancer", reverse("projects:brief_list") + "?q=churn"),
        "brief": ("freelancer", brief.get_absolute_url()),
        "freelancer list": ("client", reverse("accounts:directory")),
        "profile": ("client", reverse("accounts:profile", args=[profile.public_id])),
        "work room": ("client", contract.get_absolute_url()),
        "desk": ("client", reverse("accounts:desk")),
        "money": ("freelancer", reverse("payments:money")),
        "notifications": ("client", reverse("accounts:notifications")),
        "unread badge": ("client", reverse("accounts:unread")),
    }


def busiest_contract() -> Contract:
    return Contract.objects.annotate(parts=Count("units")).order_by("-parts", "id")[0]


def cookies(kind: str) -> str:
    """Of a person who has just signed in."""
    contract = busiest_contract()
    owner = contract.organisation.memberships.filter(role="owner").first()
    people: dict[str, User] = {"freelancer": contract.freelancer, "client": owner.user}
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    login(request, people[kind], backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    return f"{settings.SESSION_COOKIE_NAME}={request.session.session_key}"
