"""Lists are in the order in which people look things up."""

import random

import pytest

from accounts.organisations.models.organisations import Organisation
from accounts.people.places import countries
from marketplace.core.data.alphabet import OWN_LETTERS, alphabetically, letters, letters_of
from tests.factories.accounts import make_organisation, make_user

NAMES = [
    *("Ægir", "Aeneas", "“Äff”", "Afrika", "apfel", "Äpfel", "(Berlin)", "Birne", "Çelik", "côte"),
    *("Czech", "Đakovo", "Élan", "Ingres", "ırmak", "Isar", "Łódź", "Lyon", "Oslo", "Østersund"),
    *("Oszillo", "Strasse", "Straße", "Straßen", "Thor", "Þorlák", "Tibor", "zeta", "Zürich"),
]


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


@pytest.mark.django_db
def test_the_database_takes_every_letter_of_its_own_for_the_same():
    owner = make_user("Olga Owner")
    for letter in map(chr, OWN_LETTERS):
        make_organisation(owner, f"„{letter.upper()}{letter} & Co“")
    found = Organisation.objects.values_list("name", letters_of("name"))
    assert {name: letters(name)[0].rstrip("“") for name, _ in found} == {
        name: written.rstrip('"') for name, written in found
    }


def test_countries_stand_where_one_looks_for_them():
    names = [name for _, name in countries()]
    assert names.index("Åland Islands") < names.index("Albania")
    assert names.index("Côte d’Ivoire") < names.index("Czechia")
