from django.urls import path

from accounts.desk.api.views import Me

urlpatterns = [
    path("me/", Me.as_view(), name="me"),
]
