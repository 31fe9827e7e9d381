from django.urls import path

from accounts.notices.views import notifications
from accounts.notices.views.preferences import NoticePreferencesPage

urlpatterns = [
    path("notifications/", notifications.NotificationsPage.as_view(), name="notifications"),
    path("notifications/unread/", notifications.UnreadFragment.as_view(), name="unread"),
    path("notifications/reading/", notifications.ReadAllAct.as_view(), name="read_all"),
    path(
        "notifications/<uuid:public_id>/",
        notifications.OpenNotification.as_view(),
        name="notification",
    ),
    path(
        "notifications/<uuid:public_id>/reading/",
        notifications.ReadingAct.as_view(),
        name="notification_reading",
    ),
    path("unsubscribe/<str:token>/", notifications.UnsubscribePage.as_view(), name="unsubscribe"),
    path("settings/notices/", NoticePreferencesPage.as_view(), name="settings_notices"),
]
