from django.urls import path

from accounts.moderation.views import acts, staff

urlpatterns = [
    path("staff/", staff.StaffHome.as_view(), name="staff"),
    path("staff/search/", staff.StaffSearch.as_view(), name="staff_search"),
    path("staff/acts/", staff.StaffActs.as_view(), name="staff_acts"),
    path(
        "staff/organisations/",
        staff.NewOrganisations.as_view(),
        name="staff_new_organisations",
    ),
    path(
        "staff/organisations/<uuid:public_id>/",
        staff.StaffOrganisation.as_view(),
        name="staff_organisation",
    ),
    path("staff/people/<uuid:public_id>/", staff.StaffPerson.as_view(), name="staff_person"),
    path(
        "staff/people/<uuid:public_id>/suspension/",
        acts.SuspendPerson.as_view(),
        name="staff_suspension",
    ),
    path(
        "staff/people/<uuid:public_id>/restoration/",
        acts.RestorePerson.as_view(),
        name="staff_restoration",
    ),
    path(
        "staff/people/<uuid:public_id>/powers/",
        acts.SetPowers.as_view(),
        name="staff_powers",
    ),
    path(
        "staff/profiles/<uuid:public_id>/hiding/",
        acts.HideProfile.as_view(),
        name="staff_hiding",
    ),
    path(
        "staff/profiles/<uuid:public_id>/showing/",
        acts.ShowProfile.as_view(),
        name="staff_showing",
    ),
]
