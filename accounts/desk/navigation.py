"""The ways through the site for each side: labels and the names of their routes."""

from collections.abc import Sequence
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from accounts.people.standing import CLIENT, FREELANCER


class Way(NamedTuple):
    label: str
    route: str
    icon: str = ""


WAYS: dict[str, Sequence[Way]] = {
    CLIENT: (
        Way("Work room", "contracts:list"),
        Way("Find a freelancer", "accounts:directory"),
        Way("Briefs", "projects:my_briefs"),
        Way("Money", "payments:money"),
    ),
    FREELANCER: (
        Way("Work room", "contracts:list"),
        Way("Find work", "projects:brief_list"),
        Way("Proposals", "projects:proposal_list"),
        Way("Money", "payments:money"),
    ),
    "": (
        Way("Find work", "projects:brief_list"),
        Way("Find a freelancer", "accounts:directory"),
        Way("How it works", "core:how_it_works"),
    ),
}


def navigation(side: str, path: str) -> list[dict[str, object]]:
    """The header's links for `side`; the one that leads to `path` or above it is current."""
    links = []
    for way in WAYS[side]:
        url = reverse(way.route)
        links.append({"label": way.label, "url": url, "current": path.startswith(url)})
    return links


SETTINGS = (
    Way("Account", "accounts:settings", "user-round"),
    Way("Email", "account_email", "mail"),
    Way("Password", "account_change_password", "lock"),
    Way("Two-factor sign-in", "mfa_index", "shield-check"),
    Way("Sessions", "usersessions_list", "monitor-smartphone"),
    Way("Notices", "accounts:settings_notices", "bell"),
    Way("API tokens", "accounts:settings_tokens", "key-round"),
    Way("Organisations", "accounts:organisations", "building-2"),
)
CONNECTIONS = Way("Google and GitHub", "socialaccount_connections", "link")


def settings_navigation(path: str) -> list[dict[str, object]]:
    """The pages of a person's settings, ours and allauth's in one list."""
    ways = [*SETTINGS, *([CONNECTIONS] if settings.SOCIALACCOUNT_PROVIDERS else [])]
    links = [{"label": way.label, "url": reverse(way.route), "icon": way.icon} for way in ways]
    leading = (str(link["url"]) for link in links if path.startswith(str(link["url"])))
    longest = max(leading, key=len, default="")
    return [link | {"current": link["url"] == longest} for link in links]
