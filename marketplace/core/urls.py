from django.urls import path

from marketplace.core import site

app_name = "core"
urlpatterns = [
    path("", site.Home.as_view(), name="home"),
    path("how-it-works/", site.HowItWorks.as_view(), name="how_it_works"),
    path("theme/", site.Theme.as_view(), name="theme"),
]
