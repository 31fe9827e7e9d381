from django.urls import path

from contracts.retainers.views import reports
from contracts.retainers.views.cancellations import AskCancellation
from contracts.retainers.views.change_orders import ProposeRetainerChange
from contracts.retainers.views.funding import FundPeriod
from contracts.retainers.views.periods import PeriodPage
from contracts.retainers.views.terms_proposals import ProposeRetainerTerms
from contracts.timesheets.views.entries import LogTime
from contracts.timesheets.views.timers import StartTimer

PERIOD = "periods/<uuid:public_id>/"

urlpatterns = [
    path(
        "contracts/<uuid:public_id>/terms/new/retainer/",
        ProposeRetainerTerms.as_view(),
        name="retainer_terms_proposal",
    ),
    path(
        "contracts/<uuid:public_id>/change-orders/periods/",
        ProposeRetainerChange.as_view(),
        name="retainer_change_order",
    ),
    path(PERIOD, PeriodPage.as_view(), name="period"),
    path(PERIOD + "funding/", FundPeriod.as_view(), name="period_funding"),
    path(PERIOD + "time/", LogTime.as_view(noun="period"), name="period_time"),
    path(PERIOD + "timer/", StartTimer.as_view(noun="period"), name="period_timer"),
    path(PERIOD + "report/", reports.WriteReport.as_view(), name="period_report"),
    path(PERIOD + "approval/", reports.ApprovePeriod.as_view(), name="period_approval"),
    path(PERIOD + "waiver/", reports.ApproveWithoutReport.as_view(), name="period_waiver"),
    path(PERIOD + "cancellation/", AskCancellation.as_view(), name="period_cancellation"),
]
