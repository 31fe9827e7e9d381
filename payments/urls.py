from django.urls import path

from payments.views import (
    adjustments,
    bank_payouts,
    bonuses,
    card_disputes,
    charges,
    debts,
    documents,
    escrows,
    funding,
    ledger,
    money,
    onboarding,
    operations,
    parts,
    payment_methods,
    payouts,
    receivables,
    reconciliation,
    staff,
    staff_acts,
    staff_escrows,
    statements,
    stripe_webhook,
)

app_name = "payments"
urlpatterns = [
    path("money/", money.MoneyPage.as_view(), name="money"),
    # Held funds
    path("money/escrows/<uuid:public_id>/", escrows.EscrowPage.as_view(), name="escrow"),
    path("money/escrows/<uuid:public_id>/funding/", funding.FundPage.as_view(), name="fund"),
    path(
        "money/escrows/<uuid:public_id>/funding/result/",
        funding.FundingResultPage.as_view(),
        name="funding_result",
    ),
    path(
        "money/escrows/<uuid:public_id>/funding/confirmation/",
        funding.ConfirmChargePage.as_view(),
        name="confirm_charge",
    ),
    path(
        "money/escrows/<uuid:public_id>/releases/new/",
        parts.ReleasePartPage.as_view(),
        name="release_part",
    ),
    path(
        "money/escrows/<uuid:public_id>/refunds/new/",
        parts.GivePartBackPage.as_view(),
        name="give_part_back",
    ),
    path(
        "money/escrows/<uuid:public_id>/returns/new/",
        parts.GiveReleaseBackPage.as_view(),
        name="give_release_back",
    ),
    path("money/escrows/<uuid:public_id>/bonuses/new/", parts.BonusPage.as_view(), name="bonus"),
    path(
        "money/escrows/<uuid:public_id>/cancellation/",
        bonuses.CancelBonusPage.as_view(),
        name="cancel_bonus",
    ),
    path("money/charges/", charges.ChargesPage.as_view(), name="charges"),
    # Payment methods
    path("money/methods/", payment_methods.MethodsPage.as_view(), name="methods"),
    path(
        "money/methods/new/<uuid:public_id>/",
        payment_methods.AddMethodPage.as_view(),
        name="add_method",
    ),
    path(
        "money/methods/setups/<uuid:public_id>/result/",
        payment_methods.MethodSetupResult.as_view(),
        name="method_setup_result",
    ),
    path(
        "money/methods/<uuid:public_id>/default/",
        payment_methods.MakeDefault.as_view(),
        name="make_default",
    ),
    path(
        "money/methods/<uuid:public_id>/removal/",
        payment_methods.RemoveMethodPage.as_view(),
        name="remove_method",
    ),
    path("money/debts/", debts.DebtsPage.as_view(), name="debts"),
    # Payouts
    path("money/payouts/", payouts.PayoutsPage.as_view(), name="payouts"),
    path("money/payouts/new/", payouts.PayOutPage.as_view(), name="pay_out"),
    path("money/payouts/<uuid:public_id>/", payouts.PayoutPage.as_view(), name="payout"),
    path("money/bank-payouts/", bank_payouts.BankPayoutsPage.as_view(), name="bank_payouts"),
    path(
        "money/bank-payouts/<uuid:public_id>/",
        bank_payouts.BankPayoutPage.as_view(),
        name="bank_payout",
    ),
    path("money/onboarding/", onboarding.OnboardingPage.as_view(), name="onboarding"),
    path(
        "money/onboarding/return/", onboarding.OnboardingReturn.as_view(), name="onboarding_return"
    ),
    path("money/dashboard/", onboarding.DashboardAct.as_view(), name="dashboard"),
    # Documents
    path(
        "money/documents/<uuid:public_id>/", documents.DocumentDownload.as_view(), name="document"
    ),
    path("money/statements/", statements.StatementsPage.as_view(), name="statements"),
    path("money/statements/<int:year>/", statements.StatementsPage.as_view(), name="statements_of"),
    path("money/statements/<int:year>/pdf/", statements.YearPaper.as_view(), name="year_paper"),
    path(
        "money/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="statement",
    ),
    path(
        "money/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="statement_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/pdf/",
        statements.YearPaper.as_view(),
        name="organisation_year_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="organisation_statement",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="organisation_statement_paper",
    ),
    path("money/billing-details/", documents.BillingDetailsPage.as_view(), name="billing_details"),
    path(
        "money/billing-details/<uuid:public_id>/",
        documents.BillingDetailsPage.as_view(),
        name="billing_details_of",
    ),
    # Staff
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
    path("webhooks/stripe/", stripe_webhook.StripeWebhook.as_view(), name="stripe_webhook"),
]
