from django.urls import path

from payments.documents.views import documents, statements

urlpatterns = [
    path(
        "money/documents/<uuid:public_id>/", documents.DocumentDownload.as_view(), name="document"
    ),
    path("money/statements/", statements.StatementsPage.as_view(), name="statements"),
    path("money/statements/<int:year>/", statements.StatementsPage.as_view(), name="statements_of"),
    path("money/statements/<int:year>/pdf/", statements.YearPaper.as_view(), name="year_paper"),
    path(
        "money/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="statement",
    ),
    path(
        "money/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="statement_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/pdf/",
        statements.YearPaper.as_view(),
        name="organisation_year_paper",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/",
        statements.StatementTable.as_view(),
        name="organisation_statement",
    ),
    path(
        "money/organisations/<uuid:public_id>/statements/<int:year>/<int:month>/pdf/",
        statements.StatementPaper.as_view(),
        name="organisation_statement_paper",
    ),
    path("money/billing-details/", documents.BillingDetailsPage.as_view(), name="billing_details"),
    path(
        "money/billing-details/<uuid:public_id>/",
        documents.BillingDetailsPage.as_view(),
        name="billing_details_of",
    ),
]
