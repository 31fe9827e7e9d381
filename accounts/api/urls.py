from django.urls import path

from accounts.api import views

urlpatterns = [
    path("me/", views.Me.as_view(), name="me"),
    path("organisations/", views.Organisations.as_view(), name="organisations"),
    path(
        "organisations/<uuid:public_id>/", views.OrganisationDetail.as_view(), name="organisation"
    ),
    path("freelancers/", views.Freelancers.as_view(), name="freelancers"),
    path("freelancers/saved/", views.SavedFreelancers.as_view(), name="saved_freelancers"),
    path("freelancers/<uuid:public_id>/saving/", views.Saving.as_view(), name="saving"),
    path("freelancers/<uuid:public_id>/", views.FreelancerDetail.as_view(), name="freelancer"),
]
