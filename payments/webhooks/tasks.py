from marketplace.core.data.jobs import job
from payments.stripe.gateway import gateway_for_worker
from payments.webhooks.services import events as stripe_events
from payments.webhooks.services import polls as event_polls


@job("payments.process_event")
def process_event(event_id: int) -> None:
    stripe_events.process_event(event_id=event_id)


@job("payments.retry_parked_events", expires=60)
def retry_parked_events() -> None:
    stripe_events.retry_parked_events()


@job("payments.poll_events", expires=1800)
def poll_events() -> None:
    event_polls.poll_events(gateway=gateway_for_worker())
