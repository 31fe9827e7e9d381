"""Every page of the product, as each kind of person sees it."""

from types import SimpleNamespace

import pytest

from tests.sweep.itineraries import VISITS
from tests.sweep.looker import Looker
from tests.sweep.visits import FILES, FORWARDING, visits_of

pytestmark = pytest.mark.journey
# Django's admin, and what the browser loads by itself.
NOT_FOLLOWED = ("/admin/", "/static/")


@pytest.mark.parametrize("kind", VISITS)
def test_every_page_can_be_read_by_everyone_in_both_themes_and_on_a_phone(
    kind: str, looker: Looker, world: SimpleNamespace
) -> None:
    walk = Walk(looker)
    for visit in visits_of(kind):
        stays = visit.name not in FORWARDING
        walk.visit(visit.name, visit.path(world), stays=stays, status=visit.status)
    walk.follow_links()
    assert not walk.found, "\n".join(walk.report())


class Walk:
    """What one person found wrong, by page."""

    def __init__(self, looker: Looker) -> None:
        self.looker = looker
        self.found: dict[str, list[str]] = {}
        self.seen: set[str] = set()
        self.links: set[str] = set()

    def visit(self, name: str, path: str, *, stays: bool, status: int = 200) -> None:
        self.seen.add(path)
        if name in FILES:
            return self._fetch(path)
        if wrong := self.looker.look_at(path, stays=stays, status=status):
            self.found[path] = wrong
        self.links |= self.looker.links()
        return None

    def _fetch(self, path: str) -> None:
        if (status := self.looker.status_of(path)) != 200:
            self.found[path] = [f"status {status}"]

    def follow_links(self) -> None:
        """Fetch what is linked and was not looked at: no link leads nowhere."""
        for path in sorted(self.links - self.seen):
            if not path.startswith(NOT_FOLLOWED):
                self._fetch(path)

    def report(self) -> list[str]:
        return [f"{path}\n    {line}" for path, lines in self.found.items() for line in lines]
