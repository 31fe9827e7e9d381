from accounts.models import User
from marketplace.core.data.jobs import job
from marketplace.core.data.models import Event
from payments.models import (
    Charge,
    ChargePlan,
    FeeReturn,
    Payee,
    Payout,
    Reconciliation,
    Refund,
)
from payments.services import (
    adjustments,
    alarms,
    bank_payouts,
    card_dispute_reminders,
    charge_plans,
    contacts,
    correcting_documents,
    documents,
    event_polls,
    holding_alarms,
    payout_runs,
    payouts,
    platform_balances,
    reconciliation,
    roll_ups,
    stripe_events,
    verbs,
)
from payments.services.charge_closings import close_charge as close
from payments.stripe_gateway import gateway_for_worker


@job("payments.perform_operation")
def perform_operation(operation_id: int) -> None:
    verbs.perform_operation(operation_id=operation_id)


@job("payments.tell_contact")
def tell_contact(event_id: str) -> None:
    contacts.tell_contact(event=Event.objects.get(public_id=event_id), gateway=gateway_for_worker())


@job("payments.process_event")
def process_event(event_id: int) -> None:
    stripe_events.process_event(event_id=event_id)


@job("payments.retry_parked_events", expires=60)
def retry_parked_events() -> None:
    stripe_events.retry_parked_events()


@job("payments.poll_events", expires=1800)
def poll_events() -> None:
    event_polls.poll_events(gateway=gateway_for_worker())


@job("payments.raise_alarms", expires=300)
def raise_alarms() -> None:
    alarms.raise_alarms()


@job("payments.close_charge")
def close_charge(charge_id: int) -> None:
    close(charge=Charge.objects.get(pk=charge_id), gateway=gateway_for_worker())


@job("payments.try_charge_plan")
def try_charge_plan(plan_id: int) -> None:
    plan = ChargePlan.objects.get(pk=plan_id)
    charge_plans.try_charge_plan(plan=plan, gateway=gateway_for_worker())


@job("payments.enqueue_due_plans", expires=600)
def enqueue_due_plans() -> None:
    charge_plans.enqueue_due_plans()


@job("payments.issue_receipt")
def issue_receipt(charge_id: int) -> None:
    documents.issue_receipt(charge=Charge.objects.get(pk=charge_id))


@job("payments.issue_payout_documents")
def issue_payout_documents(payout_id: int) -> None:
    documents.issue_payout_documents(payout=Payout.objects.get(pk=payout_id))


@job("payments.issue_credit_note")
def issue_credit_note(fee_return_id: int) -> None:
    correcting_documents.issue_credit_note(fee_return=FeeReturn.objects.get(pk=fee_return_id))


@job("payments.issue_refund_note")
def issue_refund_note(refund_id: int) -> None:
    correcting_documents.issue_refund_note(refund=Refund.objects.get(pk=refund_id))


@job("payments.pay_out")
def pay_out(user_id: int) -> None:
    payouts.pay_out_whatever(payee=User.objects.get(pk=user_id))


@job("payments.look_at_account")
def look_at_account(payee_id: int) -> None:
    payee = Payee.objects.get(pk=payee_id)
    bank_payouts.look_at_account(payee=payee, gateway=gateway_for_worker())


@job("payments.look_at_accounts", expires=3600)
def look_at_accounts() -> None:
    bank_payouts.look_at_accounts()


@job("payments.sweep_operations", expires=60)
def sweep_operations() -> None:
    verbs.sweep_operations()


@job("payments.clear_payouts", expires=600)
def clear_payouts() -> None:
    payouts.clear_due_payouts()


@job("payments.pay_out_weekly")
def pay_out_weekly() -> None:
    payout_runs.pay_out_everyone()


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


@job("payments.raise_holding_alarms", expires=3600)
def raise_holding_alarms() -> None:
    holding_alarms.raise_holding_alarms()


@job("payments.look_at_balance", expires=3600)
def look_at_balance() -> None:
    platform_balances.look_at_balance(gateway=gateway_for_worker())


@job("payments.remind_of_card_disputes", expires=3600)
def remind_of_card_disputes() -> None:
    card_dispute_reminders.remind_of_card_disputes()


@job("payments.expire_adjustments", expires=3600)
def expire_adjustments() -> None:
    adjustments.expire_adjustments()


@job("payments.roll_up_accounts", expires=300)
def roll_up_accounts() -> None:
    roll_ups.roll_up_accounts()
