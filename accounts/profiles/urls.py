from django.urls import path

from accounts.profiles.views import case_studies
from accounts.profiles.views.profiles import BasicsPage, ExpertisePage, OwnProfilePage, RatesPage

urlpatterns = [
    path("profile/", OwnProfilePage.as_view(), name="own_profile"),
    path("profile/basics/", BasicsPage.as_view(), name="profile_basics"),
    path("profile/expertise/", ExpertisePage.as_view(), name="profile_expertise"),
    path("profile/rates/", RatesPage.as_view(), name="profile_rates"),
    path(
        "profile/case-studies/new/", case_studies.NewCaseStudyPage.as_view(), name="case_study_new"
    ),
    path(
        "profile/case-studies/<uuid:public_id>/",
        case_studies.EditCaseStudyPage.as_view(),
        name="case_study",
    ),
    path(
        "profile/case-studies/<uuid:public_id>/removal/",
        case_studies.DeleteCaseStudyAct.as_view(),
        name="case_study_removal",
    ),
]
