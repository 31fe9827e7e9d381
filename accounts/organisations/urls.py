from django.urls import path

from accounts.organisations.views import invitations, onboarding, organisations

urlpatterns = [
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
]
