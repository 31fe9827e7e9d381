from django.urls import path

from contracts.units.api.cancellations import Consent, Refusal, Retraction

CANCELLATION = "cancellations/<uuid:public_id>/"

urlpatterns = [
    path(f"{CANCELLATION}consent/", Consent.as_view(), name="consent"),
    path(f"{CANCELLATION}refusal/", Refusal.as_view(), name="refusal"),
    path(f"{CANCELLATION}retraction/", Retraction.as_view(), name="retraction"),
]
