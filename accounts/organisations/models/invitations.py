from django.conf import settings
from django.db import models
from django.db.models.functions import Lower, Upper
from django.utils import timezone

from accounts.letters.models import MailedOnce
from accounts.organisations.models.organisations import Membership, Organisation
from marketplace.core.data.identifiers import new_id


class Invitation(MailedOnce):
    """A colleague asked by email to join with a role.

    The link in the email is signed over `public_id` and `sendings`, so that no secret is
    stored and sending again makes the earlier link void.
    """

    public_id = models.UUIDField(default=new_id, unique=True, editable=False)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField()
    role = models.CharField(max_length=16, choices=Membership.Role)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sendings = models.PositiveSmallIntegerField(default=1, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("email"),
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="invitation_open_once",
            )
        ]
        indexes = [
            models.Index(
                Upper("email"),
                name="invitation_to",
                condition=models.Q(accepted_at=None, revoked_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} to {self.organisation}"

    @property
    def is_open(self) -> bool:
        return not (self.accepted_at or self.revoked_at or self.is_expired)

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()
