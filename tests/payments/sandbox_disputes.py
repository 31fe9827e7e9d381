"""Card disputes of the sandbox, taken over as the follower of its messages does."""

from payments.card_disputes.models import CardDispute
from payments.card_disputes.services.disputes import refresh_card_dispute
from payments.escrows.models.escrows import Escrow
from payments.reconciliation.services.comparison import reconcile
from payments.stripe.gateway import gateway_for_worker
from tests.payments.books import trial_balance
from tests.sandbox import SandboxProcess


def look(dispute_id: str) -> CardDispute:
    """Fetch and take over; nothing waits for a person."""
    assert refresh_card_dispute(processor_id=dispute_id, gateway=gateway_for_worker()) == ""
    return CardDispute.objects.get(processor_id=dispute_id)


def dispute(sandbox: SandboxProcess, escrow: Escrow, **particulars: object) -> CardDispute:
    charge = escrow.charges.get(state="succeeded").charge_id
    return look(str(sandbox.control("disputes", charge=charge, **particulars)["dispute"]))


def end(sandbox: SandboxProcess, dispute: CardDispute, outcome: str) -> CardDispute:
    sandbox.control("disputes/end", dispute=dispute.processor_id, outcome=outcome)
    return look(dispute.processor_id)


def figures(escrow: Escrow) -> tuple[str, int, int]:
    escrow.refresh_from_db()
    return escrow.state, escrow.released, escrow.refunded


def books_agree() -> bool:
    """Both books say the same, and ours sum to zero."""
    compared = reconcile(gateway=gateway_for_worker())
    return (compared.state, trial_balance()) == ("agreed", 0)
