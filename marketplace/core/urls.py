from django.conf import settings
from django.urls import path

from marketplace.core import site, style_guide

app_name = "core"
urlpatterns = [
    path("", site.Home.as_view(), name="home"),
    path("how-it-works/", site.HowItWorks.as_view(), name="how_it_works"),
    path("theme/", site.Theme.as_view(), name="theme"),
    path("kept-form/removal/", site.KeptFormRemoval.as_view(), name="kept_form_removal"),
]
if settings.LOCAL:
    urlpatterns += [
        path("style-guide/", style_guide.StyleGuide.as_view(), name="style_guide"),
        path("style-guide/<int:status>/", style_guide.ErrorExample.as_view(), name="error_example"),
    ]
