"""Lists are in the order in which people look things up."""

import random

import pytest

from accounts.models import Organisation
from accounts.places import countries
from marketplace.core.alphabet import alphabetically, letters
from tests.factories.accounts import make_organisation, make_user

NAMES = ["apfel", "Äpfel", "Birne", "Çelik", "côte", "Czech", "Élan", "zeta", "Zürich"]


def test_words_sort_without_case_and_accents():
    shuffled = random.Random(1).sample(NAMES, len(NAMES))
    assert sorted(shuffled, key=letters) == NAMES


@pytest.mark.django_db
def test_rows_sort_in_the_same_order():
    owner = make_user("Olga Owner")
    for name in random.Random(1).sample(NAMES, len(NAMES)):
        make_organisation(owner, name)
    found = Organisation.objects.order_by(*alphabetically("name"), "id")
    assert [each.name for each in found] == NAMES


def test_countries_stand_where_one_looks_for_them():
    names = [name for _, name in countries()]
    assert names.index("Åland Islands") < names.index("Albania")
    assert names.index("Côte d’Ivoire") < names.index("Czechia")
