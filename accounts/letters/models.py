from django.db import models


class MailedOnce(models.Model):
    """A row that stands for one email.

    The sender writes `email_started_at` before it calls the mail server and `emailed_at`
    after, so that two workers never send the same one side by side and a crash between the
    two only delays it.
    """

    email_started_at = models.DateTimeField(null=True, blank=True, editable=False)
    emailed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
