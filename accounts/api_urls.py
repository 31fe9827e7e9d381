from django.urls import path

from accounts.desk.api.views import Me
from accounts.directory.api.views import FreelancerDetail, Freelancers, SavedFreelancers, Saving
from accounts.organisations.api.views import OrganisationDetail, Organisations

urlpatterns = [
    path("me/", Me.as_view(), name="me"),
    path("organisations/", Organisations.as_view(), name="organisations"),
    path("organisations/<uuid:public_id>/", OrganisationDetail.as_view(), name="organisation"),
    path("freelancers/", Freelancers.as_view(), name="freelancers"),
    path("freelancers/saved/", SavedFreelancers.as_view(), name="saved_freelancers"),
    path("freelancers/<uuid:public_id>/saving/", Saving.as_view(), name="saving"),
    path("freelancers/<uuid:public_id>/", FreelancerDetail.as_view(), name="freelancer"),
]
