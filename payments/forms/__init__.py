"""What people say about money."""

from payments.forms.billing_details import TAX_NUMBERS, VAT_PREFIXES, BillingDetailsForm
from payments.forms.funding import CHECKOUT, FundForm, MethodSetupForm, method_hint
from payments.forms.ledger import ANY, CODES, KINDS, AccountFilter, TransferFilter
from payments.forms.parts import AmountForm, BonusForm, PartForm, UpToForm, WriteOffForm
from payments.forms.payees import OnboardingForm, PayOutForm
from payments.forms.staff import EvidenceForm, LossForm, OverturnedForm, ReasonForm, SettlementForm

__all__ = [
    "ANY",
    "AccountFilter",
    "AmountForm",
    "BillingDetailsForm",
    "BonusForm",
    "CHECKOUT",
    "CODES",
    "EvidenceForm",
    "FundForm",
    "KINDS",
    "LossForm",
    "MethodSetupForm",
    "OnboardingForm",
    "OverturnedForm",
    "PartForm",
    "PayOutForm",
    "ReasonForm",
    "SettlementForm",
    "TAX_NUMBERS",
    "TransferFilter",
    "UpToForm",
    "VAT_PREFIXES",
    "WriteOffForm",
    "method_hint",
]
