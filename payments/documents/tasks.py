from marketplace.core.data.jobs import job
from payments.charges.models import Charge
from payments.documents.services import corrections as correcting_documents
from payments.documents.services import documents
from payments.payouts.models.payouts import Payout
from payments.refunds.models import Refund
from payments.releases.models import FeeReturn


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
