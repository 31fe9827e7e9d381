from django.urls import path

from accounts.directory.api.views import FreelancerDetail, Freelancers, SavedFreelancers, Saving

urlpatterns = [
    path("freelancers/", Freelancers.as_view(), name="freelancers"),
    path("freelancers/saved/", SavedFreelancers.as_view(), name="saved_freelancers"),
    path("freelancers/<uuid:public_id>/saving/", Saving.as_view(), name="saving"),
    path("freelancers/<uuid:public_id>/", FreelancerDetail.as_view(), name="freelancer"),
]
