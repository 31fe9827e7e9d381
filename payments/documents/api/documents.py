"""Receipts, invoices, credit notes and statements for programs."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework.request import Request

from marketplace.core.api.endpoints import DownloadEndpoint, ListEndpoint
from marketplace.core.web.views import signed_in
from payments.documents.api.serializers import DocumentQuery, DocumentSerializer
from payments.documents.models.documents import Document
from payments.documents.permissions import can_view_document
from payments.documents.queries.documents import documents_of
from payments.documents.services.documents import print_document


class Documents(ListEndpoint):
    """The numbered papers that are made out to you or your organisations, newest first."""

    tag = "documents"
    permission = signed_in
    shows = DocumentSerializer
    filters = DocumentQuery

    def rows(self, **wanted: Any) -> QuerySet[Document]:
        return documents_of(self.user).filter(**wanted)


class DocumentFile(DownloadEndpoint):
    """One of them as PDF."""

    tag = "documents"
    permission = can_view_document
    media_type = "application/pdf"

    def load(self) -> Document:
        return get_object_or_404(documents_of(self.user), public_id=self.kwargs["public_id"])

    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        document: Document = self.subject
        name = f'attachment; filename="{document}.pdf"'
        headers = {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
        body = print_document(document=document)
        return HttpResponse(body, content_type=self.media_type, headers=headers)
