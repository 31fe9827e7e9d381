from django.urls import include, path

urlpatterns = [
    path("", include("projects.search.api.urls")),
    path("", include("projects.briefs.api.urls")),
    path("", include("projects.invitations.api.urls")),
    path("", include("projects.proposals.api.urls")),
]
