from django.urls import path

from contracts.retainers.queries.periods import NOUN
from contracts.retainers.views import reports
from contracts.retainers.views.cancellations import AskCancellation
from contracts.retainers.views.funding import FundPeriod
from contracts.retainers.views.periods import PeriodPage
from contracts.timesheets.views.entries import LogTime
from contracts.timesheets.views.timers import StartTimer

PERIOD = "periods/<uuid:public_id>/"

urlpatterns = [
    path(PERIOD, PeriodPage.as_view(), name="period"),
    path(PERIOD + "funding/", FundPeriod.as_view(), name="period_funding"),
    path(PERIOD + "time/", LogTime.as_view(noun=NOUN), name="period_time"),
    path(PERIOD + "timer/", StartTimer.as_view(noun=NOUN), name="period_timer"),
    path(PERIOD + "report/", reports.WriteReport.as_view(), name="period_report"),
    path(PERIOD + "approval/", reports.ApprovePeriod.as_view(), name="period_approval"),
    path(PERIOD + "waiver/", reports.ApproveWithoutReport.as_view(), name="period_waiver"),
    path(PERIOD + "cancellation/", AskCancellation.as_view(), name="period_cancellation"),
]
