"""The tax numbers of the other countries that have something to check."""

from payments.documents.tax_numbers.kinds import Kind

_SWISS = (
    Kind("MWST/TVA/IVA", "CHE-107.787.577 MWST", "ch.vat", other_names=("VAT",), ending=" MWST"),
    Kind("UID", "CHE-100.155.212", "ch.uid"),
)

ELSEWHERE = {
    "AD": (Kind("NRT", "U-132950-X", "ad.nrt"),),
    "AE": (Kind("TRN", "100123456700003", pattern=r"\d{15}"),),
    "AL": (Kind("NIPT", "J91402501L", "al.nipt"),),
    "AR": (Kind("CUIT", "20-05536168-2", "ar.cuit"),),
    "AU": (Kind("ABN", "83 914 571 673", "au.abn"), Kind("ACN", "004 085 616", "au.acn")),
    "AZ": (Kind("VÖEN", "1401555071", "az.voen"),),
    "BR": (Kind("CNPJ", "16.727.230/0001-97", "br.cnpj"), Kind("CPF", "390.533.447-05", "br.cpf")),
    "BY": (Kind("УНП", "200988541", "by.unp"),),
    "CA": (
        Kind("GST/HST No.", "123026635RT0001", "ca.bn", pattern=r"(\d{9}RT\d{4})", layout="{}"),
        Kind("Business No.", "123026635", "ca.bn"),
        Kind("QST/TVQ No.", "1234567890TQ0001", pattern=r"\d{10}TQ\d{4}"),
    ),
    "CH": _SWISS,
    "CL": (Kind("RUT", "76.086.428-5", "cl.rut"),),
    "CN": (Kind("统一社会信用代码", "91110000600037341L", "cn.uscc"),),
    "CO": (Kind("NIT", "213.123.432-1", "co.nit"),),
    "CR": (
        Kind("Cédula jurídica", "3-101-999999", "cr.cpj"),
        Kind("Cédula física", "03-0455-0175", "cr.cpf"),
    ),
    "DO": (Kind("RNC", "1-01-85004-3", "do.rnc"),),
    "DZ": (Kind("NIF", "416001000000007", "dz.nif"),),
    "EC": (Kind("RUC", "1792060346-001", "ec.ruc"),),
    "EG": (Kind("Tax registration No.", "100-531-385", "eg.tn"),),
    "FO": (Kind("V-tal", "623857", "fo.vn"),),
    "GB": (
        Kind(
            "VAT Reg No. (Northern Ireland)",
            "XI 980 7806 84",
            "gb.vat",
            prefix="XI",
            is_prefix_typed=True,
            is_grouped=True,
        ),
        Kind("VAT Reg No.", "GB 980 7806 84", "gb.vat", prefix="GB", is_grouped=True),
        Kind("UTR", "1955839661", "gb.utr"),
    ),
    "GH": (Kind("TIN", "C0000803561", "gh.tin"),),
    "GN": (Kind("NIFp", "693-770-885", "gn.nifp"),),
    "GT": (Kind("NIT", "576937-K", "gt.nit"),),
    "ID": (Kind("NPWP", "01.312.166.0-091.000", "id.npwp"),),
    "IL": (Kind("ח.פ.", "516179157", "il.hp"), Kind("עוסק מורשה", "03933742-3", "il.idnr")),
    "IN": (Kind("GSTIN", "27AAPFU0939F1ZV", "in_.gstin"), Kind("PAN", "ACUPA7085R", "in_.pan")),
    "IS": (
        Kind("VSK-númer", "00621", "is_.vsk"),
        Kind("Kennitala", "450401-3150", "is_.kennitala"),
    ),
    "JP": (
        Kind(
            "登録番号 (Registration No.)",
            "T5835678256246",
            "jp.cn",
            prefix="T",
            is_prefix_typed=True,
        ),
        Kind("法人番号 (Corporate No.)", "5-8356-7825-6246", "jp.cn"),
    ),
    "KE": (Kind("PIN", "P051365947M", "ke.pin"),),
    "KR": (Kind("사업자등록번호 (BRN)", "116-82-00276", "kr.brn"),),
    "LI": (*_SWISS, Kind("PEID", "1234567", "li.peid")),
    "MA": (Kind("ICE", "001561191000066", "ma.ice"),),
    "MC": (Kind("N° TVA", "FR53000004605", "mc.tva"),),
    "MD": (Kind("IDNO", "1008600038413", "md.idno"),),
    "ME": (Kind("PIB", "02655284", "me.pib"),),
    "MK": (Kind("ЕДБ", "4030000375897", "mk.edb"),),
    "MX": (Kind("RFC", "GODE 561231 GR8", "mx.rfc"),),
    "MZ": (Kind("NUIT", "400 339 910", "mz.nuit"),),
    "NO": (
        Kind("MVA-nr.", "NO 995 525 828 MVA", "no.mva", pattern=r".*MVA"),
        Kind("Org.nr.", "988 077 917", "no.orgnr"),
    ),
    "NZ": (
        Kind("GST No.", "49-098-576", "nz.ird"),
        Kind("NZBN", "9429036975273", "ean", pattern=r"(94\d{11})", layout="{}"),
    ),
    "PE": (Kind("RUC", "20512333797", "pe.ruc"),),
    "PK": (
        Kind("CNIC", "34201-0891231-8", "pk.cnic"),
        Kind("NTN", "1234567-8", pattern=r"(\d{7})(\d)", layout="{}-{}"),
    ),
    "PY": (Kind("RUC", "80028061-0", "py.ruc"),),
    "RS": (Kind("PIB", "101134702", "rs.pib"),),
    "RU": (Kind("ИНН", "123456789047", "ru.inn"),),
    "SA": (Kind("VAT No.", "300123456700003", pattern=r"3\d{13}3"),),
    "SG": (
        Kind("UEN", "00192200M", "sg.uen"),
        Kind(
            "GST Reg. No.",
            "M2-1234567-8",
            pattern=r"(M[0-9R])(\d{7})([0-9A-Z])",
            layout="{}-{}-{}",
        ),
    ),
    "SM": (Kind("COE", "51", "sm.coe"),),
    "SN": (Kind("NINEA", "3067221", "sn.ninea"),),
    "SV": (Kind("NIT", "0614-050707-104-8", "sv.nit"),),
    "TH": (Kind("TIN", "1-2345-45678-78-1", "th.tin"),),
    "TN": (Kind("Matricule fiscal", "1234567/M/A/E/001", "tn.mf"),),
    "TR": (
        Kind("VKN", "4540536920", "tr.vkn"),
        Kind("T.C. Kimlik No.", "17291716060", "tr.tckimlik"),
    ),
    "TW": (Kind("統一編號 (UBN)", "00501503", "tw.ubn"),),
    "UA": (Kind("ЄДРПОУ", "32855961", "ua.edrpou"), Kind("РНОКПП", "1759013776", "ua.rntrc")),
    "US": (Kind("EIN", "91-1144442", "us.ein"), Kind("ITIN", "912-90-3456", "us.itin")),
    "UY": (Kind("RUT", "21-100342-001-7", "uy.rut"),),
    "VE": (Kind("RIF", "V-11470283-4", "ve.rif"),),
    "VN": (Kind("MST", "0100233488", "vn.mst"),),
    "ZA": (
        Kind("VAT No.", "4123456789", pattern=r"4\d{9}"),
        Kind("Income tax No.", "0001339050", "za.tin"),
    ),
}

# What it is called where nothing checks it; elsewhere "Tax number".
UNCHECKED = {
    **dict.fromkeys(("BD", "ET", "KH", "LK", "MY", "NG", "PH", "RW", "TZ", "UG", "ZM"), "TIN"),
    "GE": "Identification code",
    "HK": "BR No.",
    "KZ": "БИН/ИИН",
    "NP": "PAN",
}
