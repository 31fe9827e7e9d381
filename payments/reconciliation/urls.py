from django.urls import path

from payments.reconciliation import views

urlpatterns = [
    path(
        "staff/ledger/reconciliation/",
        views.ReconciliationPage.as_view(),
        name="staff_reconciliation",
    ),
    path(
        "staff/ledger/reconciliation/new/",
        views.ReconcileNow.as_view(),
        name="staff_reconcile",
    ),
    path(
        "staff/ledger/reconciliation/lines/",
        views.BalanceLinesPage.as_view(),
        name="staff_balance_lines",
    ),
    path(
        "staff/ledger/reconciliation/cases/<uuid:public_id>/",
        views.CasePage.as_view(),
        name="staff_case",
    ),
    path(
        "staff/ledger/reconciliation/cases/<uuid:public_id>/explanation/",
        views.ExplainCasePage.as_view(),
        name="staff_explain_case",
    ),
]
