"""Who the client organisations are on receipts: invented names of companies at invented doors."""

from typing import NamedTuple


class Billing(NamedTuple):
    legal_name: str
    address: str
    tax_number: str = ""


# By the key of the organisation.
BILLING = {
    "meridian": Billing("Meridian Mobile, Inc.", "2100 Bluff Street, Suite 400\nBoise, ID 83702"),
    "farol": Billing("Banco Farol, S.A.", "Rua do Molhe 88\n4100-373 Porto"),
    "cardinal": Billing("Cardinal Pay Ltd", "3rd Floor, 17 Ropewalk Yard\nLeeds LS2 7AB"),
    "harvest": Billing("Harvest Lane Markets LLC", "909 Orchard Avenue\nMadison, WI 53703"),
    "kestrel": Billing("Kestrel Werke GmbH", "Am Walzwerk 6\n58099 Hagen", "DE123456788"),
    "kaede": Billing("株式会社カエデ・シネマクラブ", "京都府京都市中京区楓町 3-12\n604-0000"),
    "aldersgate": Billing("Aldersgate Health Partnership", "40 Old Priory Road\nNorwich NR3 1AA"),
    "loom": Billing("Ledger & Loom, Inc.", "55 Spindle Row\nLowell, MA 01852"),
    "terrace": Billing("Terrace Energy B.V.", "Turbinekade 21\n9723 ZZ Groningen"),
    "portwell": Billing("City of Portwell, Treasury", "1 Civic Plaza\nPortwell, OR 97000"),
    "miradouro": Billing("Miradouro Hotéis, Lda.", "Largo do Miradouro 5\n8000-000 Faro"),
    "ormeau": Billing("Mutuelle d’Ormeau", "12 allée des Ormes\n44000 Nantes"),
    "nyota": Billing("Nyota Growers Co-operative Society", "P.O. Box 1180\nNakuru 20100"),
}
