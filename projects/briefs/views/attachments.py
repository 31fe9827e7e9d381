"""Files of a brief: add, download, take off."""

from typing import Any

from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404

from marketplace.core.data.actors import client
from marketplace.core.web.files import attachment
from marketplace.core.web.views import Act, FormPage, Gate
from projects.briefs.forms.briefs import AttachmentForm
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief
from projects.briefs.permissions import (
    can_download_attachment,
    can_manage_brief,
    can_remove_attachment,
)
from projects.briefs.queries.briefs import briefs_for_hirer, briefs_visible_to
from projects.briefs.services.attachments import attach_file, remove_attachment


class NewAttachment(FormPage):
    permission = can_manage_brief
    template = "projects/attachment_new.html"
    form_class = AttachmentForm
    said = "The file is attached."

    def load(self) -> Brief:
        briefs = briefs_for_hirer(self.request.user)
        return get_object_or_404(briefs, public_id=self.kwargs["public_id"])

    def context(self) -> dict[str, Any]:
        return {"brief": self.subject}

    def act(self, form: AttachmentForm) -> str:
        attach_file(
            brief=self.subject, by=client(self.request.user), upload=form.cleaned_data["upload"]
        )
        return self.subject.get_absolute_url() + "#files"


class Attachment(Gate):
    """Hands out the file."""

    permission = can_download_attachment

    def load(self) -> BriefAttachment:
        readable = BriefAttachment.objects.filter(brief__in=briefs_visible_to(self.request.user))
        return get_object_or_404(
            readable.select_related("brief__organisation"), public_id=self.kwargs["public_id"]
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        return attachment(self.subject)


class AttachmentRemoval(Act):
    permission = can_remove_attachment
    said = "The file is taken off."

    def load(self) -> BriefAttachment:
        managed = BriefAttachment.objects.filter(brief__in=briefs_for_hirer(self.request.user))
        return get_object_or_404(
            managed.select_related("brief__organisation"), public_id=self.kwargs["public_id"]
        )

    def act(self) -> str:
        remove_attachment(attachment=self.subject, by=client(self.request.user))
        return self.back()

    def back(self) -> str:
        return self.subject.brief.get_absolute_url() + "#files"
