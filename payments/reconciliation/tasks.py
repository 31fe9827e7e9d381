from marketplace.core.data.jobs import job
from payments.reconciliation.models.reconciliations import Reconciliation
from payments.reconciliation.services import comparison as reconciliation
from payments.reconciliation.services import platform_balances
from payments.stripe.gateway import gateway_for_worker


@job("payments.start_reconciliation")
def start_reconciliation(is_full: bool = False) -> None:
    reconciliation.start_reconciliation(is_full=is_full)


@job("payments.reconcile")
def reconcile(reconciliation_id: int) -> None:
    run = Reconciliation.objects.get(pk=reconciliation_id)
    reconciliation.perform_reconciliation(run=run, gateway=gateway_for_worker())


@job("payments.carry_on_reconciliation", expires=300)
def carry_on_reconciliation() -> None:
    reconciliation.carry_on_reconciliation()


@job("payments.look_at_balance", expires=3600)
def look_at_balance() -> None:
    platform_balances.look_at_balance(gateway=gateway_for_worker())
