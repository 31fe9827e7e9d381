"""Who is who: from names in the content to people in the database."""

import unicodedata

from accounts.organisations.models.organisations import Membership, Organisation
from accounts.people.models import User
from local.demo.content.organisations import ORGANISATIONS
from marketplace.core.data.actors import Actor, client, freelancer

STUDIO = "studio.example"
# Addresses for documentation (RFC 5737), so that a signature names where it was made.
CLIENT_ADDRESS = "192.0.2.24"
FREELANCER_ADDRESS = "198.51.100.71"

_PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss"})


def key_of(name: str) -> str:
    """The name as it stands in addresses and in the content: "Inês Carvalho" is ines.carvalho."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore").decode()
    words = plain.lower().replace("-", "").removeprefix("dr ").split()
    return ".".join(words)


def email_of(name: str, *, domain: str = STUDIO) -> str:
    return f"{key_of(name)}@{domain}"


def organisation_of(key: str) -> Organisation:
    return Organisation.objects.get(name=_organisations[key].name)


def currency_of(key: str) -> str:
    return _organisations[key].currency


def hirer_of(organisation: Organisation) -> Actor:
    """Whoever posts, chooses, signs and reviews for a company."""
    return _member(organisation, Membership.Role.HIRING_MANAGER)


def payer_of(organisation: Organisation) -> Actor:
    """Whoever funds for a company."""
    return _member(organisation, Membership.Role.FINANCE)


def freelancer_called(key: str) -> Actor:
    user = User.objects.get(email=f"{key}@{STUDIO}")
    return freelancer(user, FREELANCER_ADDRESS)


def _member(organisation: Organisation, role: str) -> Actor:
    """The first member in `role`, else the owner."""
    members = organisation.memberships.select_related("user").order_by("pk")
    chosen = members.filter(role=role).first() or members.get(role=Membership.Role.OWNER)
    return client(chosen.user, CLIENT_ADDRESS)


_organisations = {organisation.key: organisation for organisation in ORGANISATIONS}
