from accounts.organisations.models.invitations import Invitation
from accounts.organisations.services.invitations import send_invitation_email as send_invitation
from marketplace.core.data.jobs import job


@job("accounts.send_invitation_email")
def send_invitation_email(invitation_id: int) -> None:
    send_invitation(invitation=Invitation.objects.get(pk=invitation_id))
