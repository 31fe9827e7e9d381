"""What staff ask for."""

from django.urls import path

from payments.reconciliation import views as reconciliation
from payments.staff.views import acts as staff_acts
from payments.staff.views import adjustments, card_disputes, operations, receivables
from payments.staff.views import attention as staff
from payments.staff.views import escrows as staff_escrows
from payments.staff.views import explorer as ledger

urlpatterns = [
    path("staff/ledger/", ledger.LedgerPage.as_view(), name="staff_ledger"),
    path(
        "staff/ledger/accounts/<slug:kind>/<slug:currency>/",
        ledger.AccountPage.as_view(),
        name="staff_account",
    ),
    path(
        "staff/ledger/accounts/<slug:kind>/<slug:currency>/<uuid:owner>/",
        ledger.AccountPage.as_view(),
        name="staff_account",
    ),
    path("staff/ledger/transfers/", ledger.TransfersPage.as_view(), name="staff_transfers"),
    path(
        "staff/ledger/transfers/<str:key>/",
        ledger.TransferPage.as_view(),
        name="staff_transfer",
    ),
    path(
        "staff/ledger/people/<uuid:public_id>/",
        ledger.LedgerPersonPage.as_view(),
        name="staff_ledger_person",
    ),
    path("staff/ledger/attention/", staff.AttentionPage.as_view(), name="staff_attention"),
    path(
        "staff/ledger/reconciliation/",
        reconciliation.ReconciliationPage.as_view(),
        name="staff_reconciliation",
    ),
    path(
        "staff/ledger/reconciliation/new/",
        reconciliation.ReconcileNow.as_view(),
        name="staff_reconcile",
    ),
    path(
        "staff/ledger/reconciliation/lines/",
        reconciliation.BalanceLinesPage.as_view(),
        name="staff_balance_lines",
    ),
    path(
        "staff/ledger/reconciliation/cases/<uuid:public_id>/",
        reconciliation.CasePage.as_view(),
        name="staff_case",
    ),
    path(
        "staff/ledger/reconciliation/cases/<uuid:public_id>/explanation/",
        reconciliation.ExplainCasePage.as_view(),
        name="staff_explain_case",
    ),
    path(
        "staff/operations/<uuid:public_id>/",
        operations.OperationPage.as_view(),
        name="staff_operation",
    ),
    path(
        "staff/operations/<uuid:public_id>/look-up/",
        operations.LookUpOperationPage.as_view(),
        name="staff_look_up_operation",
    ),
    path(
        "staff/operations/<uuid:public_id>/retry/",
        operations.ResendOperationPage.as_view(),
        name="staff_resend_operation",
    ),
    path(
        "staff/operations/<uuid:public_id>/settlement/",
        operations.SettleOperationPage.as_view(),
        name="staff_settle_operation",
    ),
    path(
        "staff/operations/<uuid:public_id>/abandonment/",
        operations.GiveUpOperationPage.as_view(),
        name="staff_give_up_operation",
    ),
    path(
        "staff/refunds/<uuid:public_id>/retry/",
        staff_acts.RetryRefundPage.as_view(),
        name="staff_retry_refund",
    ),
    path(
        "staff/events/<str:event_id>/retry/",
        staff_acts.RetryEventPage.as_view(),
        name="staff_retry_event",
    ),
    # Acts of staff on money
    path(
        "staff/escrows/<uuid:public_id>/",
        staff_escrows.StaffEscrowPage.as_view(),
        name="staff_escrow",
    ),
    path(
        "staff/escrows/<uuid:public_id>/refunds/new/",
        staff_escrows.RefundHeldPage.as_view(),
        name="staff_refund_held",
    ),
    path(
        "staff/escrows/<uuid:public_id>/recalls/new/",
        staff_escrows.RecallReleasePage.as_view(),
        name="staff_recall_release",
    ),
    path("staff/receivables/", receivables.ReceivablesPage.as_view(), name="staff_receivables"),
    path(
        "staff/receivables/<uuid:public_id>/<str:currency>/write-offs/new/",
        receivables.WriteOffPage.as_view(),
        name="staff_write_off",
    ),
    path("staff/adjustments/", adjustments.AdjustmentsPage.as_view(), name="staff_adjustments"),
    path(
        "staff/adjustments/<uuid:public_id>/",
        adjustments.AdjustmentPage.as_view(),
        name="staff_adjustment",
    ),
    path(
        "staff/adjustments/<uuid:public_id>/approval/",
        adjustments.ApproveAdjustmentPage.as_view(),
        name="staff_approve_adjustment",
    ),
    path(
        "staff/adjustments/<uuid:public_id>/refusal/",
        adjustments.DeclineAdjustmentPage.as_view(),
        name="staff_decline_adjustment",
    ),
    path(
        "staff/adjustments/<uuid:public_id>/withdrawal/",
        adjustments.WithdrawAdjustmentPage.as_view(),
        name="staff_withdraw_adjustment",
    ),
    # Card disputes
    path(
        "staff/card-disputes/",
        card_disputes.CardDisputesPage.as_view(),
        name="staff_card_disputes",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/",
        card_disputes.CardDisputePage.as_view(),
        name="staff_card_dispute",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/evidence/",
        card_disputes.EvidencePreview.as_view(),
        name="staff_evidence_preview",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/evidence/new/",
        card_disputes.GiveEvidencePage.as_view(),
        name="staff_give_evidence",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/acceptance/",
        card_disputes.AcceptDisputePage.as_view(),
        name="staff_accept_dispute",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/decision/",
        card_disputes.DecideLossPage.as_view(),
        name="staff_decide_loss",
    ),
    path(
        "staff/card-disputes/<uuid:public_id>/settlement/",
        card_disputes.SettleOverturnedPage.as_view(),
        name="staff_settle_overturned",
    ),
    path(
        "staff/card-dispute-evidence/<uuid:public_id>/",
        card_disputes.SentEvidence.as_view(),
        name="staff_sent_evidence",
    ),
]
