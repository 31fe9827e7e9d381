from django.urls import path, register_converter
from django.urls.converters import StringConverter

from accounts.desk import views


class SideConverter(StringConverter):
    regex = "client|freelancer"


register_converter(SideConverter, "side")

urlpatterns = [
    path("desk/", views.DeskPage.as_view(), name="desk"),
    path("side/<side:side>/", views.SideAct.as_view(), name="side"),
]
