from django.urls import path

from accounts.people.views import AccountPage

urlpatterns = [
    path("settings/", AccountPage.as_view(), name="settings"),
]
