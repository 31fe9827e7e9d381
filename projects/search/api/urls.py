from django.urls import path

from projects.search.api.views import Briefs

urlpatterns = [
    path("briefs/", Briefs.as_view(), name="briefs"),
]
