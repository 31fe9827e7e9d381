from django.urls import path

from projects.comparison.views import BriefProposals, Comparison

BRIEF = "briefs/<uuid:public_id>/"

urlpatterns = [
    path(f"{BRIEF}proposals/", BriefProposals.as_view(), name="brief_proposals"),
    path(f"{BRIEF}proposals/comparison/", Comparison.as_view(), name="comparison"),
]
