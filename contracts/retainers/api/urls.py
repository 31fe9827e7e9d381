from django.urls import path

from contracts.retainers.api import periods, terms
from contracts.retainers.queries.periods import NOUN
from contracts.timesheets.api.entries import TimeEntries

PERIOD = "periods/<uuid:public_id>/"

CONTRACT = "contracts/<uuid:public_id>/"

urlpatterns = [
    path(f"{CONTRACT}retainer-terms/", terms.RetainerTerms.as_view(), name="retainer_terms"),
    path(
        f"{CONTRACT}change-orders/periods/",
        terms.RetainerChangeOrders.as_view(),
        name="retainer_change_orders",
    ),
    path(PERIOD, periods.PeriodDetail.as_view(), name="period"),
    path(f"{PERIOD}funding/", periods.Funding.as_view(), name="period_funding"),
    path(f"{PERIOD}time-entries/", TimeEntries.as_view(noun=NOUN), name="period_time_entries"),
    path(f"{PERIOD}report/", periods.Reports.as_view(), name="period_report"),
    path(f"{PERIOD}approval/", periods.Approval.as_view(), name="period_approval"),
    path(f"{PERIOD}waiver/", periods.Waiver.as_view(), name="period_waiver"),
    path(f"{PERIOD}cancellation/", periods.Cancellations.as_view(), name="period_cancellation"),
]
