"""Which contract, unit and brief a payment is for, as papers say it."""

from django.utils.text import capfirst

from contracts.units.models.units import Unit
from payments.documents.purposes import Facts, register_purpose
from payments.escrows.models.escrows import Escrow


@register_purpose
def unit_paid_with(escrow: Escrow) -> Facts:
    rows = Unit.objects.select_related("contract__proposal__brief", "contract__freelancer")
    unit = rows.filter(escrow=escrow).first()
    if unit is None:
        return []
    contract = unit.contract
    facts = [
        ("Contract", f"{contract.title}\n{contract.public_id}"),
        (capfirst(unit.of_kind.noun), f"{unit.position}. {unit.title}"),
        ("Brief", contract.proposal.brief.title),
        ("Client", str(escrow.payer)),
        ("Freelancer", str(escrow.payee)),
    ]
    return [fact for fact in facts if fact[1]]
