"""Each country's numbers: as it writes them, under the name that it has for them."""

import pytest

from accounts.places import countries
from payments.tax_numbers import as_stated, kinds_of, read_tax_number

WRITTEN = [
    ("AU", "83914571673", "ABN", "83 914 571 673"),
    ("CA", "123026635rt0001", "GST/HST No.", "123026635RT0001"),
    ("CA", "12302 6635", "Business No.", "12302 6635"),
    ("CH", "CHE107787577MWST", "MWST/TVA/IVA", "CHE-107.787.577 MWST"),
    ("DE", "136 695 976", "USt-IdNr.", "DE136695976"),
    ("DE", "181/815/08155", "Steuernummer", "181/815/08155"),
    ("GB", "980780684", "VAT Reg No.", "GB 980 7806 84"),
    ("GB", "xi980780684", "VAT Reg No. (Northern Ireland)", "XI 980 7806 84"),
    ("IN", "27AAPFU0939F1ZV", "GSTIN", "27AAPFU0939F1ZV"),
    ("JP", "Ｔ５８３５６７８２５６２４６", "登録番号 (Registration No.)", "T5835678256246"),
    ("NG", " 12345678-0001 ", "TIN", "12345678-0001"),
    ("NO", "988077917", "Org.nr.", "988 077 917"),
    ("NZ", "49098576", "GST No.", "49-098-576"),
    ("PL", "8567346215", "NIP", "856-734-62-15"),
    ("PL", "PL 856 734 62 15", "NIP UE", "PL8567346215"),
    ("SG", "s16fc0121d", "UEN", "S16FC0121D"),
    ("US", "911144442", "EIN", "91-1144442"),
]
WRONG = [
    *(("AU", "83914571674"), ("CA", "123026636RT0001"), ("DE", "DE136695977"), ("DE", "12")),
    *(("GB", "XI980780685"), ("IN", "27AAPFU0939F1ZX"), ("JP", "T5835678256247"), ("NG", "none")),
    *(("NZ", "49-098-577"), ("SG", "00192200N"), ("US", "123-45-6789"), ("NG", "<b>12</b>")),
]


@pytest.mark.parametrize(("country", "typed", "label", "number"), WRITTEN)
def test_a_number_is_written_and_called_as_at_home(country, typed, label, number):
    assert read_tax_number(typed, country) == (label, number)
    assert as_stated(number, country) == (label, number)


def test_a_number_with_a_wrong_digit_is_none():
    assert [read_tax_number(typed, country) for country, typed in WRONG] == [None] * len(WRONG)


def test_every_example_that_people_are_shown_is_read_as_what_it_is_called():
    shown = [(code, kind) for code, _ in countries() for kind in kinds_of(code)]
    assert len(shown) > 100
    for code, kind in shown:
        assert read_tax_number(kind.example, code) == (kind.label, kind.example), code


def test_what_cannot_be_placed_is_shown_as_it_was_kept():
    assert as_stated("DE1", "DE") == ("Tax number", "DE1")
