"""Files of a brief for programs."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from marketplace.core.api.endpoints import ActEndpoint, DownloadEndpoint
from marketplace.core.api.serializers import FileSerializer
from marketplace.core.data.actors import client
from projects.briefs.api.briefs import BriefEndpoint
from projects.briefs.api.serializers import AttachmentInput
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.permissions import can_download_attachment, can_remove_attachment
from projects.briefs.queries.briefs import briefs_for_hirer, briefs_visible_to
from projects.briefs.services.attachments import attach_file, remove_attachment


class Attachments(BriefEndpoint, ActEndpoint):
    """Attach a file to a brief."""

    parser_classes = [MultiPartParser]
    takes = AttachmentInput
    answers = FileSerializer
    creates = True

    def act(self, upload: Any) -> BriefAttachment:
        return attach_file(brief=self.subject, by=self.actor(), upload=upload)

    def answer(self, subject: Any) -> Response:
        return ActEndpoint.answer(self, subject)


class Attachment(DownloadEndpoint):
    """A file of a brief."""

    tag = "briefs"
    permission = can_download_attachment
    write_permission = can_remove_attachment

    def load(self) -> BriefAttachment:
        files = self._files().select_related("brief__organisation")
        return get_object_or_404(files, public_id=self.kwargs["public_id"])

    def _files(self) -> QuerySet[BriefAttachment]:
        user = self.user
        briefs = briefs_visible_to(user) if self.is_reading else briefs_for_hirer(user)
        return BriefAttachment.objects.filter(brief__in=briefs)

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """Download a file of a brief."""
        return super().get(request, *args, **kwargs)

    def delete(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take a file off a brief."""
        by = client(self.user, self.address)
        remove_attachment(attachment=self.subject, by=by)
        return Response(status=204)
