from django.urls import path

from projects.search.views.find_work import BriefList

urlpatterns = [
    path("briefs/", BriefList.as_view(), name="brief_list"),
]
