from django.urls import include, path

app_name = "projects"
urlpatterns = [
    path("", include("projects.invitations.urls")),
    path("", include("projects.search.urls")),
    path("", include("projects.briefs.urls")),
    path("", include("projects.comparison.urls")),
    path("", include("projects.proposals.urls")),
]
