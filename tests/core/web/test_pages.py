import pytest

from accounts.organisations.models.organisations import Organisation
from marketplace.core.web.pages import keyset_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def five():
    return [Organisation.objects.create(name=name) for name in "aabbc"]


def walk(keys, size):
    seen, after = [], ""
    while True:
        page = keyset_page(Organisation.objects.all(), keys=keys, after=after, size=size)
        seen += [organisation.pk for organisation in page.items]
        after = page.next
        if not after:
            return seen


@pytest.mark.parametrize("size", [1, 2, 5, 9])
def test_the_pages_together_show_every_row_once_in_order(five, size):
    by_name = [row.pk for row in sorted(five, key=lambda row: (row.name, row.pk), reverse=True)]
    assert walk(("-name", "-id"), size) == by_name
    by_time = [row.pk for row in reversed(five)]
    assert walk(("-created_at", "-id"), size) == by_time


@pytest.mark.parametrize("after", ["rubbish", "W10", "WyJhIl0"])
def test_an_unreadable_cursor_shows_the_first_page(five, after):
    page = keyset_page(Organisation.objects.all(), keys=("-name", "-id"), after=after, size=2)
    assert (page.is_first, len(page.items)) == (True, 2)
