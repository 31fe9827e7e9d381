"""Each country's numbers: as it writes them, under the name that it has for them."""

import pytest

from accounts.people.places import countries
from payments.documents.tax_numbers.reading import as_stated, kinds_of, read_tax_number

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
# With the name before or behind, with blanks and dashes of one's own.
NAMED = [
    ("AU", "ABN 83 914 571 673", "ABN", "83 914 571 673"),
    ("AU", "83 914 571 673 (ABN)", "ABN", "83 914 571 673"),
    ("AU", "acn: 004 085 616", "ACN", "004 085 616"),
    ("US", "EIN 91-1144442", "EIN", "91-1144442"),
    ("US", "Federal Tax ID No. 91-1144442", "EIN", "91-1144442"),
    ("IN", "GSTIN 27AAPFU0939F1ZV", "GSTIN", "27AAPFU0939F1ZV"),
    ("AE", "TRN 100123456700003", "TRN", "100123456700003"),
    ("AE", "100 1234 5670 0003", "TRN", "100123456700003"),
    ("SA", "VAT: 300-1234567-00003", "VAT No.", "300123456700003"),
    ("AT", "UID: ATU13585627", "UID-Nr.", "ATU13585627"),
    ("CH", "CHE-116.281.710 VAT", "MWST/TVA/IVA", "CHE-116.281.710 MWST"),
    ("CH", "UID CHE-116.281.710", "UID", "CHE-116.281.710"),
    ("ZA", "4 123 456 789", "VAT No.", "4123456789"),
    ("NZ", "NZBN 94 29036 975273", "NZBN", "9429036975273"),
    ("HU", "12892312242", "Adószám", "12892312-2-42"),
    ("DE", "DE 123456789-00001", "W-IdNr.", "DE123456789-00001"),
    ("DE", "USt-ID-Nr.: DE 136 695 976", "USt-IdNr.", "DE136695976"),
    ("DE", "Steuernummer 181/815/08155", "Steuernummer", "181/815/08155"),
    ("GR", "GR094259216", "ΑΦΜ", "EL094259216"),
    ("GB", "VAT Reg No. GB980780684", "VAT Reg No.", "GB 980 7806 84"),
    ("FR", "N° TVA : FR 23 334 175 221", "N° TVA", "FR23334175221"),
    ("NL", "btw NL004495445B01", "Btw-id", "NL004495445B01"),
    ("NL", "KVK 1234 5678", "KVK-nummer", "12345678"),
    ("SG", "GST Reg. No. M2 1234567 8", "GST Reg. No.", "M2-1234567-8"),
    ("NO", "VAT no. 995 525 828 MVA", "MVA-nr.", "NO 995 525 828 MVA"),
    ("JP", "登録番号：T5835678256246", "登録番号 (Registration No.)", "T5835678256246"),
    ("NG", "TIN: 12345678-0001", "TIN", "12345678-0001"),
]
WRONG = [
    *(("AU", "ABN 83 914 571 674"), ("US", "EIN 123-45-6789"), ("AE", "TRN 10012345670000")),
    *(("AU", "ABN"), ("NG", "TIN:"), ("HU", "12892312642"), ("CH", "CHE-116.281.711 VAT")),
    *(("AU", "83914571674"), ("CA", "123026636RT0001"), ("DE", "DE136695977"), ("DE", "12")),
    *(("GB", "XI980780685"), ("IN", "27AAPFU0939F1ZX"), ("JP", "T5835678256247"), ("NG", "none")),
    *(("NZ", "49-098-577"), ("SG", "00192200N"), ("US", "123-45-6789"), ("NG", "<b>12</b>")),
]


@pytest.mark.parametrize(("country", "typed", "label", "number"), WRITTEN + NAMED)
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
