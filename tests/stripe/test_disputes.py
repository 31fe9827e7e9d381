import io
from typing import Any

import pytest
import stripe

from tests.sandbox import SandboxProcess
from tests.stripe.orders import amounts, pay_intent
from tests.stripe.receiver import Receiver
from tests.stripe.saved import mandate

OPENED = ["charge.dispute.created", "charge.dispute.funds_withdrawn"]


def disputed(
    client: stripe.StripeClient, sandbox: SandboxProcess, method: str = "pm_card_createDispute"
) -> stripe.Dispute:
    """Return the dispute of a charge that was available before."""
    pay_intent(client, payment_method=method)
    sandbox.control("clock/advance", days=3)
    return client.v1.disputes.list().data[0]


def answer(client: stripe.StripeClient, dispute: stripe.Dispute, words: str) -> str:
    """Return the status once the bank has read the evidence."""
    sent = client.v1.disputes.update(dispute.id, {"evidence": {"uncategorized_text": words}})
    assert sent.status.endswith("under_review")
    return str(client.v1.disputes.retrieve(dispute.id).status)


def available(client: stripe.StripeClient) -> int:
    return amounts(client.v1.balance.retrieve().available)["usd"]


def test_a_test_card_is_disputed_a_minute_later(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    charge = pay_intent(client, payment_method="pm_card_createDispute").latest_charge
    assert client.v1.disputes.list().data == []
    sandbox.control("clock/advance", seconds=60)
    (dispute,) = client.v1.disputes.list({"charge": charge.id}).data
    assert (dispute.status, dispute.reason, dispute.amount) == (
        "needs_response", "fraudulent", 10_000,
    )  # fmt: skip
    assert client.v1.charges.retrieve(charge.id).disputed is True
    taken = dispute.balance_transactions[0]
    assert (taken.amount, taken.fee, taken.net) == (-10_000, 1_500, -11_500)


def test_winning_evidence_brings_the_money_back_but_not_the_fee(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    assert available(client) == -1_820
    assert answer(client, dispute, "winning_evidence") == "won"
    assert available(client) == 8_180
    ended = client.v1.disputes.retrieve(dispute.id)
    assert [each.net for each in ended.balance_transactions] == [-11_500, 10_000]
    assert client.v1.refunds.create({"charge": dispute.charge}).amount == 10_000


def test_losing_evidence_leaves_the_money_with_the_payer(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    assert answer(client, dispute, "losing_evidence") == "lost"
    assert available(client) == -1_820
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.refunds.create({"charge": dispute.charge})
    assert refusal.value.code == "charge_disputed"
    assert client.v1.refunds.list().data == []


def test_other_evidence_waits_for_a_decision(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    staged = client.v1.disputes.update(
        dispute.id, {"evidence": {"product_description": "A churn model"}, "submit": False}
    )
    assert (staged.status, staged.evidence_details.has_evidence) == ("needs_response", True)
    assert answer(client, dispute, "Delivered and accepted") == "under_review"
    with pytest.raises(stripe.InvalidRequestError, match="submitted already"):
        client.v1.disputes.update(dispute.id, {"evidence": {"customer_name": "Cleo"}})
    sandbox.control("disputes/end", dispute=dispute.id, outcome="won")
    assert client.v1.disputes.retrieve(dispute.id).status == "won"


def test_a_dispute_that_nobody_answers_is_lost(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    sandbox.control("clock/advance", days=9)
    ended = client.v1.disputes.retrieve(dispute.id)
    assert (ended.status, ended.evidence_details.past_due) == ("lost", True)


def test_a_dispute_can_be_accepted_once(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    assert client.v1.disputes.close(dispute.id).status == "lost"
    with pytest.raises(stripe.InvalidRequestError, match="is closed"):
        client.v1.disputes.close(dispute.id)


def test_an_inquiry_takes_no_money_until_it_escalates(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    inquiry = disputed(client, sandbox, "pm_card_createDisputeInquiry")
    assert (inquiry.status, inquiry.is_charge_refundable) == ("warning_needs_response", True)
    assert (inquiry.balance_transactions, available(client)) == ([], 9_680)
    assert answer(client, inquiry, "escalate_inquiry_evidence") == "needs_response"
    assert available(client) == -1_820


def test_an_answered_inquiry_is_closed(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    inquiry = disputed(client, sandbox, "pm_card_createDisputeInquiry")
    assert answer(client, inquiry, "winning_evidence") == "warning_closed"
    assert available(client) == 9_680


def test_a_debit_s_dispute_is_lost_at_once(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    pay_intent(client, payment_method="pm_usBankAccount_dispute", mandate_data=mandate())
    sandbox.control("clock/advance", days=4)
    sandbox.control("clock/advance", seconds=60)
    (dispute,) = client.v1.disputes.list().data
    assert (dispute.status, dispute.reason) == ("lost", "debit_not_authorized")


@pytest.mark.parametrize(
    ("outcome", "end"),
    [
        ("won", ["charge.dispute.closed", "charge.dispute.funds_reinstated"]),
        ("lost", ["charge.dispute.closed"]),
    ],
)
def test_any_charge_can_be_disputed_and_it_is_told(
    client: stripe.StripeClient, sandbox: SandboxProcess, receiver: Receiver,
    outcome: str, end: list[str],
) -> None:  # fmt: skip
    charge = pay_intent(client).latest_charge
    opened: dict[str, Any] = sandbox.control("disputes", charge=charge.id, amount=4_000)
    sandbox.control("disputes/end", dispute=opened["dispute"], outcome=outcome)
    receiver.wait_for(4 + len(OPENED) + len(end))
    assert receiver.types()[4:] == OPENED + end
    assert client.v1.disputes.retrieve(opened["dispute"]).amount == 4_000


def document(body: bytes) -> Any:
    opened: Any = io.BytesIO(body)
    opened.name = "evidence.pdf"
    return opened


def test_a_file_is_evidence_and_a_repeated_upload_is_the_same_file(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)

    def upload(body: bytes) -> stripe.File:
        params: Any = {"purpose": "dispute_evidence", "file": document(body)}
        return client.v1.files.create(params, {"idempotency_key": "upload:1"})

    made = upload(b"%PDF-1.7 once")
    assert (made.filename, made.size, made.type) == ("evidence.pdf", 13, "pdf")
    assert upload(b"%PDF-1.7 once").id == made.id
    with pytest.raises(stripe.IdempotencyError):
        upload(b"%PDF-1.7 else")
    evidence: Any = {"service_documentation": made.id}
    sent = client.v1.disputes.update(dispute.id, {"evidence": evidence})
    assert (sent.status, sent.evidence.service_documentation) == ("under_review", made.id)


@pytest.mark.parametrize("body", [b"MZ a program", b"%PDF" + b"0" * 5_000_000])
def test_what_is_no_document_or_too_large_is_refused(
    client: stripe.StripeClient, body: bytes
) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.files.create({"purpose": "dispute_evidence", "file": document(body)})
    assert client.v1.files.list({}).data == []


def test_evidence_that_names_an_unknown_file_is_refused(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    with pytest.raises(stripe.InvalidRequestError, match="No such file upload"):
        client.v1.disputes.update(dispute.id, {"evidence": {"receipt": "file_none"}})
    assert client.v1.disputes.retrieve(dispute.id).status == "needs_response"


def test_a_lost_dispute_may_be_won_after_all(
    client: stripe.StripeClient, sandbox: SandboxProcess
) -> None:
    dispute = disputed(client, sandbox)
    sandbox.control("disputes/end", dispute=dispute.id, outcome="lost")
    sandbox.control("disputes/end", dispute=dispute.id, outcome="overturned")
    assert (client.v1.disputes.retrieve(dispute.id).status, available(client)) == ("won", 8_180)
