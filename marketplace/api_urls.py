from django.urls import include, path

from marketplace.core import api_docs
from marketplace.core.api import UnknownAddress

app_name = "api"
urlpatterns = [
    path("schema/", api_docs.Schema.as_view(), name="schema"),
    path("docs/", api_docs.Docs.as_view(), name="docs"),
    path("", include("accounts.api.urls")),
    path("", include("projects.api.urls")),
    path("", include("contracts.api.urls")),
    path("", include("payments.api.urls")),
    path("", UnknownAddress.as_view()),
    path("<path:rest>", UnknownAddress.as_view()),
]
