"""Which contract, milestone and brief a payment is for, as papers say it."""

from contracts.milestones.models import Milestone
from payments.documents.purposes import Facts, register_purpose
from payments.escrows.models.escrows import Escrow


@register_purpose
def milestone_of(escrow: Escrow) -> Facts:
    rows = Milestone.objects.select_related("contract__proposal__brief", "contract__freelancer")
    milestone = rows.filter(escrow=escrow).first()
    if milestone is None:
        return []
    contract = milestone.contract
    facts = [
        ("Contract", f"{contract.title}\n{contract.public_id}"),
        ("Milestone", f"{milestone.position}. {milestone.title}"),
        ("Brief", contract.proposal.brief.title),
        ("Client", str(escrow.payer)),
        ("Freelancer", str(escrow.payee)),
    ]
    return [fact for fact in facts if fact[1]]
