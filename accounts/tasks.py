from accounts.models import Invitation, Notification
from accounts.services.invitations import send_invitation_email as send_invitation
from accounts.services.notifications import deliver_notices as deliver
from accounts.services.notifications import send_notification_email as send_notification
from marketplace.core.data.jobs import job
from marketplace.core.data.models import Event


@job("accounts.deliver_notices")
def deliver_notices(event_id: str) -> None:
    deliver(event=Event.objects.get(public_id=event_id))


@job("accounts.send_notification_email")
def send_notification_email(notification_id: int) -> None:
    send_notification(
        notification=Notification.objects.select_related("user").get(pk=notification_id)
    )


@job("accounts.send_invitation_email")
def send_invitation_email(invitation_id: int) -> None:
    send_invitation(invitation=Invitation.objects.get(pk=invitation_id))
