"""Who may do what with money: pure predicates of a user and a subject."""

from typing import Any

from accounts.models import Organisation, User
from accounts.permissions import can_pay_for, can_view_organisation
from accounts.queries.organisations import PAYING_ROLES
from marketplace.core.staff.registry import is_of_staff
from payments.models import (
    Adjustment,
    BankPayout,
    CardDispute,
    CardDisputeEvidence,
    Document,
    Escrow,
    MethodSetup,
    Operation,
    PaymentMethod,
    Payout,
)


def can_view_escrow(user: Any, escrow: Escrow) -> bool:
    """Both sides see every movement."""
    return escrow.payee_id == user.pk or can_view_organisation(user, escrow.payer)


def can_fund_escrow(user: Any, escrow: Escrow) -> bool:
    """Owners and finance of the paying organisation, never the payee."""
    return escrow.payee_id != user.pk and can_pay_for(user, escrow.payer)


def can_release_part(user: Any, escrow: Escrow) -> bool:
    """Whoever may pay may also let a part of it go early."""
    return can_fund_escrow(user, escrow)


def can_give_part_back(user: Any, escrow: Escrow) -> bool:
    """Only the payee: it is what they might have earned."""
    return escrow.payee_id == user.pk


def can_give_release_back(user: Any, escrow: Escrow) -> bool:
    """Only the payee gives back what they earned; for everything else there are staff."""
    return escrow.payee_id == user.pk and escrow.released > 0


def can_send_bonus(user: Any, escrow: Escrow) -> bool:
    """For work of which something was released; there is no bonus for a bonus."""
    return can_fund_escrow(user, escrow) and escrow.released > 0 and not escrow.bonus_for_id


def can_cancel_bonus(user: Any, escrow: Escrow) -> bool:
    """Before it is paid; the escrow of a unit ends with its unit."""
    return can_fund_escrow(user, escrow) and bool(escrow.bonus_for_id)


def can_pay_at_all(user: Any) -> bool:
    """Owners and finance of any organisation."""
    return bool(user.memberships.filter(role__in=PAYING_ROLES).exists())


def can_keep_methods(user: Any, subject: Organisation | PaymentMethod | MethodSetup) -> bool:
    """Saved payment methods are for owners and finance of the organisation alone."""
    organisation = subject if isinstance(subject, Organisation) else subject.organisation
    return can_pay_for(user, organisation)


def can_view_payout(user: Any, payout: Payout | BankPayout) -> bool:
    return payout.payee_id == user.pk


def can_be_paid(user: Any) -> bool:
    """Anybody with an account may set up payouts."""
    return bool(user.is_authenticated)


def can_view_document(user: Any, document: Document) -> bool:
    """Whom it is made out to: what was paid or refunded the payer, everything else the payee."""
    payout = document.fee_return.payout if document.fee_return else document.payout
    if payout is not None:
        return can_view_payout(user, payout)
    return can_view_organisation(user, document.escrow.payer)


def can_view_statements(user: Any, of: Organisation | User) -> bool:
    """One's own, or those of an organisation that one may look into."""
    return can_view_organisation(user, of) if isinstance(of, Organisation) else of == user


def can_state_billing_details(user: Any, of: Organisation | User) -> bool:
    """One's own, or those of an organisation that one may pay for."""
    return can_pay_for(user, of) if isinstance(of, Organisation) else of == user


def can_view_ledger(user: Any) -> bool:
    return bool(user.is_staff)


def can_view_in_ledger(user: Any, subject: Any) -> bool:
    """An account, a movement, or a person's money: whoever reads the ledger reads all of it."""
    return can_view_ledger(user)


def can_look_at_waiting_money(user: Any) -> bool:
    return is_of_staff(user)


def can_view_operation(user: Any, subject: Operation) -> bool:
    """Staff see what the processor was asked for."""
    return is_of_staff(user)


def can_view_case(user: Any, subject: Any) -> bool:
    """Staff see what stops payouts."""
    return is_of_staff(user)


def can_explain_differences(user: Any, subject: Any) -> bool:
    """It lets payouts go on again, so it is for those who read the ledger."""
    return can_view_ledger(user)


def can_act_on_money(user: Any, subject: Any) -> bool:
    """Staff, but never on money that they pay, are paid or owe themselves."""
    about = subject.subject if isinstance(subject, Operation | Adjustment) else subject
    return is_of_staff(user) and about != user and not is_party_to(user, escrow_of(about))


def can_view_adjustment(user: Any, adjustment: Adjustment) -> bool:
    return is_of_staff(user)


def can_decide_adjustment(user: Any, adjustment: Adjustment) -> bool:
    """A second person: never the one who asked, nor anybody whose money it is."""
    return adjustment.asked_by_id != user.pk and can_act_on_money(user, adjustment)


def can_withdraw_adjustment(user: Any, adjustment: Adjustment) -> bool:
    return is_of_staff(user) and adjustment.asked_by_id == user.pk


def can_view_escrow_as_staff(user: Any, escrow: Escrow) -> bool:
    """Staff: both sides have a page of their own."""
    return is_of_staff(user)


def can_view_card_dispute(user: Any, subject: CardDispute | CardDisputeEvidence) -> bool:
    """Staff: both sides see what it means for them on the page of the money."""
    return is_of_staff(user)


def is_party_to(user: Any, escrow: Escrow | None) -> bool:
    return escrow is not None and can_view_escrow(user, escrow)


def escrow_of(subject: Any) -> Escrow | None:
    """What a refund, a charge, a payout or a dispute is about; None for what is nobody's money."""
    return subject if isinstance(subject, Escrow) else getattr(subject, "escrow", None)
