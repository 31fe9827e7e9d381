from django.urls import path

from projects.invitations import views

urlpatterns = [
    path(
        "freelancers/<uuid:public_id>/invitation/",
        views.InviteToBrief.as_view(),
        name="brief_invitation",
    ),
]
