"""The ways through the site for each side: labels and the names of their routes."""

from collections.abc import Sequence
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse

from accounts.queries.viewers import CLIENT, FREELANCER


class Way(NamedTuple):
    label: str
    route: str
    method: str = "get"


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
        try:
            url = reverse(way.route)
        except NoReverseMatch:
            continue
        links.append({"label": way.label, "url": url, "current": path.startswith(url)})
    return links
