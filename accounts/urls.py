from django.urls import path, register_converter
from django.urls.converters import StringConverter

from accounts.api_tokens import views as api_tokens
from accounts.desk import views as desk
from accounts.directory.views import directory, saved_freelancers
from accounts.directory.views.profiles import ProfilePage
from accounts.moderation.views import acts as staff_acts
from accounts.moderation.views import staff
from accounts.notices.views import notifications
from accounts.notices.views.preferences import NoticePreferencesPage
from accounts.organisations.views import invitations, onboarding, organisations
from accounts.people.views import AccountPage
from accounts.profiles.views import case_studies
from accounts.profiles.views.profiles import BasicsPage, ExpertisePage, OwnProfilePage, RatesPage
from accounts.sign_in.views import demo, proof


class SideConverter(StringConverter):
    regex = "client|freelancer"


register_converter(SideConverter, "side")

app_name = "accounts"
urlpatterns = [
    path("desk/", desk.DeskPage.as_view(), name="desk"),
    path("side/<side:side>/", desk.SideAct.as_view(), name="side"),
    path("demo-sign-in/<uuid:public_id>/", demo.DemoSignIn.as_view(), name="demo_sign_in"),
    # Onboarding and organisations
    path("welcome/", onboarding.WelcomePage.as_view(), name="welcome"),
    path(
        "welcome/organisation/",
        onboarding.NewOrganisationPage.as_view(),
        name="welcome_organisation",
    ),
    path("organisations/", organisations.OrganisationsPage.as_view(), name="organisations"),
    path(
        "organisations/<uuid:public_id>/",
        organisations.OrganisationPage.as_view(),
        name="organisation",
    ),
    path(
        "organisations/<uuid:public_id>/edit/",
        organisations.EditOrganisationPage.as_view(),
        name="organisation_edit",
    ),
    path(
        "organisations/<uuid:public_id>/invitations/",
        invitations.InvitePage.as_view(),
        name="invite",
    ),
    path(
        "memberships/<uuid:public_id>/role/",
        organisations.RolePage.as_view(),
        name="membership_role",
    ),
    path(
        "memberships/<uuid:public_id>/removal/",
        organisations.RemoveMemberAct.as_view(),
        name="membership_removal",
    ),
    path(
        "invitations/<uuid:public_id>/sending/",
        invitations.ResendInvitationAct.as_view(),
        name="invitation_sending",
    ),
    path(
        "invitations/<uuid:public_id>/revocation/",
        invitations.RevokeInvitationAct.as_view(),
        name="invitation_revocation",
    ),
    path("join/<str:token>/", invitations.JoinPage.as_view(), name="join"),
    path(
        "join/<str:token>/acceptance/",
        invitations.AcceptInvitationAct.as_view(),
        name="join_acceptance",
    ),
    # Freelancers
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
    # Notices
    path("notifications/", notifications.NotificationsPage.as_view(), name="notifications"),
    path("notifications/unread/", notifications.UnreadFragment.as_view(), name="unread"),
    path("notifications/reading/", notifications.ReadAllAct.as_view(), name="read_all"),
    path(
        "notifications/<uuid:public_id>/",
        notifications.OpenNotification.as_view(),
        name="notification",
    ),
    path(
        "notifications/<uuid:public_id>/reading/",
        notifications.ReadingAct.as_view(),
        name="notification_reading",
    ),
    path("unsubscribe/<str:token>/", notifications.UnsubscribePage.as_view(), name="unsubscribe"),
    # Settings
    path("settings/", AccountPage.as_view(), name="settings"),
    path("settings/notices/", NoticePreferencesPage.as_view(), name="settings_notices"),
    path("settings/tokens/", api_tokens.TokensPage.as_view(), name="settings_tokens"),
    path(
        "settings/tokens/<uuid:public_id>/revocation/",
        api_tokens.RevokeTokenAct.as_view(),
        name="token_revocation",
    ),
    path("proof/", proof.ProofPage.as_view(), name="proof"),
    path("proof/return/", proof.ProofReturn.as_view(), name="proof_return"),
    # Staff
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
        staff_acts.SuspendPerson.as_view(),
        name="staff_suspension",
    ),
    path(
        "staff/people/<uuid:public_id>/restoration/",
        staff_acts.RestorePerson.as_view(),
        name="staff_restoration",
    ),
    path(
        "staff/people/<uuid:public_id>/powers/",
        staff_acts.SetPowers.as_view(),
        name="staff_powers",
    ),
    path(
        "staff/profiles/<uuid:public_id>/hiding/",
        staff_acts.HideProfile.as_view(),
        name="staff_hiding",
    ),
    path(
        "staff/profiles/<uuid:public_id>/showing/",
        staff_acts.ShowProfile.as_view(),
        name="staff_showing",
    ),
]
