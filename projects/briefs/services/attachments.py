"""Files of a brief."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.web.files import check_upload, file_fields
from projects.briefs.errors import BriefNotEditable, TooManyAttachments
from projects.briefs.models.attachments import BriefAttachment
from projects.briefs.models.briefs import Brief
from projects.briefs.services.review import take_from_queue

LIMIT = 10


@transaction.atomic
def attach_file(*, brief: Brief, by: Actor, upload: UploadedFile) -> BriefAttachment:
    """Store a checked file privately with a brief, which leaves the queue; writes an event."""
    check_upload(upload)
    lock(brief)
    if not brief.is_editable:
        raise BriefNotEditable(state=brief.state)
    if brief.attachments.count() >= LIMIT:
        raise TooManyAttachments(limit=LIMIT)
    take_from_queue(brief=brief, by=by)
    attachment = BriefAttachment.objects.create(
        brief=brief, uploaded_by=by.user, **file_fields(upload)
    )
    record("brief.file_attached", subject=brief, actor=by, particulars={"name": attachment.name})
    return attachment


@transaction.atomic
def remove_attachment(*, attachment: BriefAttachment, by: Actor) -> None:
    """Take a file off a brief, and delete it once that is certain; writes an event.

    A brief in the moderators' queue leaves it.
    """
    brief = attachment.brief
    lock(brief)
    if not brief.is_editable:
        raise BriefNotEditable(state=brief.state)
    take_from_queue(brief=brief, by=by)
    record("brief.file_removed", subject=brief, actor=by, particulars={"name": attachment.name})
    storage, path = attachment.file.storage, str(attachment.file.name)
    attachment.delete()
    transaction.on_commit(lambda: storage.delete(path), robust=True)
