"""The tax numbers of the European Union: those of its scheme, and those for use at home."""

from payments.documents.tax_numbers.kinds import Kind, vat

EU = {
    "AT": (
        *vat("AT", "at.uid", "UID-Nr.", "ATU13585627"),
        Kind("Steuernummer", "59-119/9013", "at.tin"),
    ),
    "BE": vat("BE", "be.vat", "BTW/TVA", "BE0428759497"),
    "BG": vat("BG", "bg.vat", "ИН по ДДС", "BG175074752", "ЕИК"),
    "CY": vat("CY", "cy.vat", "ΦΠΑ", "CY10259033P"),
    "CZ": vat("CZ", "cz.dic", "DIČ", "CZ25123891", "IČO"),
    "DE": (
        *vat("DE", "de.vat", "USt-IdNr.", "DE136695976"),
        Kind("Steuernummer", "181/815/08155", "de.stnr", is_kept_as_typed=True),
        Kind("W-IdNr.", "DE123456789-00001", pattern=r"(DE\d{9})(\d{5})", layout="{}-{}"),
    ),
    "DK": vat("DK", "dk.cvr", "Momsnr.", "DK13585628", "CVR-nr."),
    "EE": (
        *vat("EE", "ee.kmkr", "KMKR", "EE100594102"),
        Kind("Registrikood", "12345678", "ee.registrikood"),
    ),
    "ES": vat("ES", "es.nif", "NIF-IVA", "ESB64717838", "NIF"),
    "FI": (
        Kind("ALV-numero", "FI20774740", "fi.alv", prefix="FI", is_prefix_typed=True),
        Kind("Y-tunnus", "2077474-0", "fi.ytunnus"),
    ),
    "FR": (
        *vat("FR", "fr.tva", "N° TVA", "FR23334175221"),
        Kind("SIREN", "404 833 048", "fr.siren"),
        Kind("SIRET", "732 829 320 00074", "fr.siret"),
    ),
    "GR": vat("EL", "gr.vat", "ΑΦΜ", "EL094259216", "ΑΦΜ", other_prefix="GR"),
    "HR": vat("HR", "hr.oib", "PDV ID", "HR33392005961", "OIB"),
    "HU": (
        Kind("Közösségi adószám", "HU12892312", "hu.anum", prefix="HU", is_prefix_typed=True),
        Kind("Adószám", "12892312-2-42", pattern=r"(\d{8})([1-5])(\d{2})", layout="{}-{}-{}"),
    ),
    "IE": vat("IE", "ie.vat", "VAT No.", "IE6433435F"),
    "IT": (
        *vat("IT", "it.iva", "Partita IVA", "IT00743110157", "Partita IVA"),
        Kind("Codice fiscale", "RCCMNL83S18D969H", "it.codicefiscale"),
    ),
    "LT": vat("LT", "lt.pvm", "PVM kodas", "LT119511515"),
    "LU": vat("LU", "lu.tva", "N° TVA", "LU15027442"),
    "LV": vat("LV", "lv.pvn", "PVN", "LV40003521600"),
    "MT": vat("MT", "mt.vat", "VAT No.", "MT11679112"),
    "NL": (
        *vat("NL", "nl.btw", "Btw-id", "NL004495445B01"),
        Kind("KVK-nummer", "12345678", pattern=r"\d{8}"),
    ),
    "PL": vat("PL", "pl.nip", "NIP UE", "PL8567346215", "NIP", "856-734-62-15"),
    "PT": vat("PT", "pt.nif", "NIF", "PT501964843", "NIF"),
    "RO": vat("RO", "ro.cui", "CIF", "RO18547290", "CUI"),
    "SE": (
        *vat("SE", "se.vat", "Momsreg.nr", "SE123456789701"),
        Kind("Org.nr", "123456-7897", "se.orgnr"),
    ),
    "SI": vat("SI", "si.ddv", "ID za DDV", "SI50223054", "Davčna številka"),
    "SK": vat("SK", "sk.dph", "IČ DPH", "SK2022749619", "DIČ"),
}
