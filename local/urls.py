from django.urls import path

from local import views

app_name = "local"
urlpatterns = [
    path("", views.MailList.as_view(), name="mails"),
    path("<slug:file>/<int:number>/", views.MailDetail.as_view(), name="mail"),
    path("<slug:file>/<int:number>/html/", views.MailHtml.as_view(), name="mail_html"),
    path(
        "<slug:file>/<int:number>/attachments/<int:position>/",
        views.MailAttachment.as_view(),
        name="mail_attachment",
    ),
]
