"""What people say about money."""

from payments.forms.billing_details import BillingDetailsForm
from payments.forms.funding import CHECKOUT, FundForm, MethodSetupForm, method_hint
from payments.forms.ledger import ANY, CODES, KINDS, AccountFilter, TransferFilter
from payments.forms.parts import AmountForm, BonusForm, PartForm, UpToForm, WriteOffForm
from payments.forms.payees import OnboardingForm, PayOutForm
from payments.forms.staff import EvidenceForm, LossForm, OverturnedForm, ReasonForm, SettlementForm

__all__ = [
    "ANY",
    "CHECKOUT",
    "CODES",
    "KINDS",
    "AccountFilter",
    "AmountForm",
    "BillingDetailsForm",
    "BonusForm",
    "EvidenceForm",
    "FundForm",
    "LossForm",
    "MethodSetupForm",
    "OnboardingForm",
    "OverturnedForm",
    "PartForm",
    "PayOutForm",
    "ReasonForm",
    "SettlementForm",
    "TransferFilter",
    "UpToForm",
    "WriteOffForm",
    "method_hint",
]
