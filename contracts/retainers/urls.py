from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [path("periods/<uuid:public_id>/", RedirectView.as_view(), name="period")]
