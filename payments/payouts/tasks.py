from accounts.people.models import User
from marketplace.core.data.jobs import job
from marketplace.core.data.models import Event
from payments.payouts.models.payees import Payee
from payments.payouts.services import bank_payouts, contacts, payouts
from payments.payouts.services import runs as payout_runs
from payments.stripe.gateway import gateway_for_worker


@job("payments.tell_contact")
def tell_contact(event_id: str) -> None:
    contacts.tell_contact(event=Event.objects.get(public_id=event_id), gateway=gateway_for_worker())


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


@job("payments.clear_payouts", expires=600)
def clear_payouts() -> None:
    payouts.clear_due_payouts()


@job("payments.pay_out_weekly")
def pay_out_weekly() -> None:
    payout_runs.pay_out_everyone()
