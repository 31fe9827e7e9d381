from django.urls import path

from projects.invitations.api import views

BRIEF = "briefs/<uuid:public_id>/"

urlpatterns = [
    path("brief-invitations/", views.MyInvitations.as_view(), name="my_invitations"),
    path(f"{BRIEF}invitations/", views.BriefInvitations.as_view(), name="brief_invitations"),
]
