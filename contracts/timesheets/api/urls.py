from django.urls import path

from contracts.timesheets.api import contests, entries, weeks
from contracts.timesheets.api.change_orders import HourlyChangeOrders

CONTRACT = "contracts/<uuid:public_id>/"
WEEK = "weeks/<uuid:public_id>/"
CONTEST = "contested-lines/<uuid:public_id>/"

urlpatterns = [
    path(
        f"{CONTRACT}change-orders/weeks/",
        HourlyChangeOrders.as_view(),
        name="hourly_change_orders",
    ),
    path(f"{CONTRACT}hourly-terms/", weeks.HourlyTerms.as_view(), name="hourly_terms"),
    path(f"{CONTRACT}time.csv", weeks.Time.as_view(), name="time"),
    path(WEEK, weeks.WeekDetail.as_view(), name="week"),
    path(f"{WEEK}funding/", weeks.Funding.as_view(), name="week_funding"),
    path(f"{WEEK}time-entries/", entries.TimeEntries.as_view(), name="time_entries"),
    path(f"{WEEK}approval/", weeks.Approval.as_view(), name="week_approval"),
    path(f"{WEEK}contests/", contests.Contests.as_view(), name="contests"),
    path(f"{WEEK}cancellation/", weeks.Cancellations.as_view(), name="week_cancellation"),
    path("time-entries/<uuid:public_id>/", entries.TimeEntryDetail.as_view(), name="time_entry"),
    path(f"{CONTEST}concession/", contests.Concession.as_view(), name="concession"),
    path(f"{CONTEST}retraction/", contests.Retraction.as_view(), name="contest_retraction"),
]
