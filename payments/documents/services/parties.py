"""Who stands on a paper: the platform, and the one it is made out to, as they are named now."""

from django.conf import settings

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from accounts.people.places import country_name
from payments.documents.models.billing_details import BillingDetails
from payments.documents.queries.documents import billing_of_organisation, billing_of_person
from payments.documents.tax_numbers.reading import as_stated

Party = dict[str, str]


def platform() -> Party:
    seller = dict(settings.PLATFORM_SELLER)
    tax = as_stated(seller["tax_number"], settings.PLATFORM_COUNTRY)
    return seller | {"tax_label": tax.label, "tax_number": tax.number}


def party_of(of: Organisation | User) -> Party:
    """By the billing details they stated, else by their name alone."""
    if isinstance(of, User):
        return _party(of.name, billing_of_person(of))
    return _party(of.name, billing_of_organisation(of))


def _party(name: str, details: BillingDetails | None) -> Party:
    if details is None:
        return {"name": name, "address": "", "tax_label": "", "tax_number": ""}
    tax = details.stated_tax_number
    return {
        "name": details.legal_name,
        "address": f"{details.address}\n{country_name(details.country)}",
        "tax_label": tax.label if tax else "",
        "tax_number": tax.number if tax else "",
    }
