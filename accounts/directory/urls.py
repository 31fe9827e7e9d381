from django.urls import path

from accounts.directory.views import directory, saved_freelancers
from accounts.directory.views.profiles import ProfilePage

urlpatterns = [
    path("freelancers/", directory.DirectoryPage.as_view(), name="directory"),
    path("freelancers/saved/", saved_freelancers.SavedPage.as_view(), name="saved_freelancers"),
    path(
        "freelancers/<uuid:public_id>/saving/",
        saved_freelancers.SaveFreelancerAct.as_view(),
        name="saving",
    ),
    path(
        "freelancers/<uuid:public_id>/saving/removal/",
        saved_freelancers.ForgetFreelancerAct.as_view(),
        name="forgetting",
    ),
    path("freelancers/<uuid:public_id>/", ProfilePage.as_view(), name="profile"),
]
