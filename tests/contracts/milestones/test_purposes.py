"""Papers about money say what it was for."""

from payments.charges.models import Charge
from payments.documents.purposes import purpose_of
from payments.documents.services.documents import issue_receipt


def test_a_receipt_names_contract_milestone_and_brief(funded):
    contract = funded.contract
    charge = Charge.objects.get(escrow=funded.escrow)
    Charge.objects.filter(pk=charge.pk).update(paid_with="Visa •• 4242")
    facts = issue_receipt(charge=Charge.objects.get(pk=charge.pk)).facts
    assert facts["work"] == [
        ("Contract", f"{contract.title}\n{contract.public_id}"),
        ("Milestone", "1. Data and feasibility"),
        ("Brief", contract.proposal.brief.title),
        ("Client", str(contract.organisation)),
        ("Freelancer", str(contract.freelancer)),
    ]
    assert ("Paid with", "Visa •• 4242") in facts["stated"]


def test_what_nobody_owns_is_called_by_its_title(funded):
    funded.escrow.pk, funded.escrow.title = 0, "Other work"
    assert purpose_of(funded.escrow) == [("Work", "Other work")]
