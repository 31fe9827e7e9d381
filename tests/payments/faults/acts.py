"""What a person, or the processor, does to move money: pressed once, or once more."""

from marketplace.core.data.actors import client, freelancer
from marketplace.core.data.money import Money
from payments.charges.services.checkouts import start_checkout
from payments.charges.services.plans import start_charge_plan
from payments.charges.services.saved_charges import pay_with_method
from payments.escrows.models.escrows import Escrow
from payments.payouts.services.payouts import pay_out
from payments.refunds.services.refunds import refund_escrow
from payments.releases.services.recalls import recall_release
from payments.releases.services.releases import release_escrow
from payments.webhooks.services.events import receive_event

PAGE = "http://testserver/back/"


def fund(escrow: Escrow) -> None:
    start_checkout(escrow=escrow, by=client(None), return_url=PAGE, cancel_url=PAGE)


def saved(escrow: Escrow) -> None:
    method = escrow.payer.payment_methods.get()
    pay_with_method(escrow=escrow, method=method, by=client(None), return_url=PAGE)


def plan(escrow: Escrow) -> None:
    start_charge_plan(escrow=escrow, by=client(None))


def payment(escrow: Escrow, body: str, signature: str) -> None:
    receive_event(body=body.encode(), signature=signature)


def release(escrow: Escrow) -> None:
    release_escrow(escrow=escrow, by=client(None), why="approved")


def refund(escrow: Escrow) -> None:
    refund_escrow(escrow=escrow, by=client(None), why="agreed")


def reverse(escrow: Escrow) -> None:
    part = Money(escrow.released, escrow.currency)
    recall_release(escrow=escrow, part=part, by=freelancer(None), why="The data were wrong.")


def payout(escrow: Escrow) -> None:
    pay_out(payee=escrow.payee, by=freelancer(escrow.payee))


ACTS = {act.__name__: act for act in (fund, saved, plan, payment, release, refund, reverse, payout)}
