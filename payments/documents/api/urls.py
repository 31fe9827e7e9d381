from django.urls import path

from payments.documents.api import documents, statements

urlpatterns = [
    path("documents/", documents.Documents.as_view(), name="documents"),
    path(
        "documents/<uuid:public_id>/file/", documents.DocumentFile.as_view(), name="document_file"
    ),
    path(
        "statements/<int:year>/<int:month>/",
        statements.StatementOfMonth.as_view(),
        name="statement",
    ),
    path(
        "organisations/<uuid:public_id>/statements/<int:year>/<int:month>/",
        statements.StatementOfOrganisation.as_view(),
        name="organisation_statement",
    ),
]
