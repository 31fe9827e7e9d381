from django.urls import path

from contracts.timesheets.views import entries, reviews, timers
from contracts.timesheets.views.cancellations import AskCancellation
from contracts.timesheets.views.change_orders import ProposeHourlyChange
from contracts.timesheets.views.funding import FundWeek
from contracts.timesheets.views.tables import TimeTable
from contracts.timesheets.views.terms_proposals import ProposeHourlyTerms
from contracts.timesheets.views.weeks import WeekPage

WEEK = "weeks/<uuid:public_id>/"
ENTRY = "time-entries/<uuid:public_id>/"
CONTEST = "contested-lines/<uuid:public_id>/"

urlpatterns = [
    path(
        "contracts/<uuid:public_id>/change-orders/weeks/",
        ProposeHourlyChange.as_view(),
        name="hourly_change_order",
    ),
    path(
        "contracts/<uuid:public_id>/terms/new/hourly/",
        ProposeHourlyTerms.as_view(),
        name="hourly_terms_proposal",
    ),
    path("contracts/<uuid:public_id>/time.csv", TimeTable.as_view(), name="time"),
    path(WEEK, WeekPage.as_view(), name="week"),
    path(WEEK + "funding/", FundWeek.as_view(), name="week_funding"),
    path(WEEK + "time/", entries.LogTime.as_view(), name="week_time"),
    path(WEEK + "timer/", timers.StartTimer.as_view(), name="timer_start"),
    path("timer/", timers.StopTimer.as_view(), name="timer_stop"),
    path("timer/removal/", timers.DropTimer.as_view(), name="timer_removal"),
    path("timer/sign/", timers.TimerSign.as_view(), name="timer_sign"),
    path(WEEK + "approval/", reviews.ApproveWeek.as_view(), name="week_approval"),
    path(WEEK + "contest/", reviews.ContestLines.as_view(), name="week_contest"),
    path(WEEK + "cancellation/", AskCancellation.as_view(), name="week_cancellation"),
    path(ENTRY, entries.ChangeTime.as_view(), name="time_entry"),
    path(ENTRY + "removal/", entries.RemoveTime.as_view(), name="time_entry_removal"),
    path(CONTEST + "concession/", reviews.ConcedeLine.as_view(), name="concession"),
    path(CONTEST + "retraction/", reviews.DropContest.as_view(), name="contest_retraction"),
]
