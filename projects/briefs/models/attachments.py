from django.conf import settings
from django.db import models

from marketplace.core.web.files import PrivateFile
from projects.briefs.models.briefs import Brief


class BriefAttachment(PrivateFile):
    """A file that explains a brief: a data dictionary, a sample, a diagram."""

    brief = models.ForeignKey(Brief, on_delete=models.CASCADE, related_name="attachments")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["id"]
