from django.urls import path

from accounts.organisations.api.views import OrganisationDetail, Organisations

urlpatterns = [
    path("organisations/", Organisations.as_view(), name="organisations"),
    path("organisations/<uuid:public_id>/", OrganisationDetail.as_view(), name="organisation"),
]
