from django.urls import include, path, re_path

from marketplace.core.api import docs as api_docs
from marketplace.core.api.endpoints import UnknownAddress

app_name = "api"
urlpatterns = [
    path("schema/", api_docs.Schema.as_view(), name="schema"),
    path("docs/", api_docs.Docs.as_view(), name="docs"),
    path("", include("accounts.api_urls")),
    path("", include("projects.api_urls")),
    path("", include("contracts.api_urls")),
    path("", include("payments.api_urls")),
    # Anything else, line breaks included, which the converter "path" leaves out.
    re_path(r"^[\s\S]*$", UnknownAddress.as_view()),
]
