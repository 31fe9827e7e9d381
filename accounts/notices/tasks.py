from accounts.notices.models import Notification
from accounts.notices.services.notifications import deliver_notices as deliver
from accounts.notices.services.notifications import send_notification_email as send_notification
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
