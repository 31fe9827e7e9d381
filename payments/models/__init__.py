from payments.models.adjustment import Adjustment, AdjustmentAct
from payments.models.bank_payout import BankPayout
from payments.models.billing_details import BillingDetails
from payments.models.card_dispute import Bearer, CardDispute, CardDisputeEvidence
from payments.models.charge import Charge
from payments.models.charge_plan import ChargePlan
from payments.models.document import Document, DocumentSeries
from payments.models.escrow import Escrow
from payments.models.event_cursor import EventCursor
from payments.models.fee_return import FeeReturn
from payments.models.fee_schedule import FeeSchedule
from payments.models.ledger import Account, AccountRollUp, Entry, Transfer
from payments.models.operation import Operation
from payments.models.payee import Payee
from payments.models.payment_method import MethodSetup, PaymentMethod
from payments.models.payout import Payout
from payments.models.platform_balance import PlatformBalance
from payments.models.processor_customer import ProcessorCustomer
from payments.models.reconciliation import (
    BalanceLine,
    CaseKind,
    Reconciliation,
    ReconciliationCase,
)
from payments.models.refund import Refund
from payments.models.reversal import Reversal
from payments.models.statement import Statement
from payments.models.stripe_event import StripeEvent

__all__ = [
    "Account",
    "AccountRollUp",
    "Adjustment",
    "AdjustmentAct",
    "BalanceLine",
    "BankPayout",
    "Bearer",
    "BillingDetails",
    "CardDispute",
    "CardDisputeEvidence",
    "CaseKind",
    "Charge",
    "ChargePlan",
    "Document",
    "DocumentSeries",
    "Entry",
    "Escrow",
    "EventCursor",
    "FeeReturn",
    "FeeSchedule",
    "MethodSetup",
    "Operation",
    "Payee",
    "PaymentMethod",
    "Payout",
    "PlatformBalance",
    "ProcessorCustomer",
    "Reconciliation",
    "ReconciliationCase",
    "Refund",
    "Reversal",
    "Statement",
    "StripeEvent",
    "Transfer",
]
