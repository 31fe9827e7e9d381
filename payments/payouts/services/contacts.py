"""What the processor knows of a person or an organisation follows what they change here."""

import hashlib
import json

from marketplace.core.data.models import Event
from payments.payment_methods.models import ProcessorCustomer
from payments.payment_methods.requests import customer_contact
from payments.payouts.models.payees import Payee
from payments.payouts.requests import account_contact
from payments.stripe.gateway import Gateway
from payments.stripe.objects import Request


def tell_contact(*, event: Event, gateway: Gateway) -> None:
    """Tell the processor the name and address as they are now. Calls the processor.

    Late and repeated calls say the same as the newest. The key is made of the event, because a
    name may come back, and of what is said, because it may have changed again meanwhile.
    """
    if event.subject_type == "accounts.organisation":
        for record in ProcessorCustomer.objects.filter(organisation_id=event.subject_id):
            if record.customer_id:
                request = customer_contact(record)
                gateway.update_customer(request, _key(event, request))
        return
    for payee in Payee.objects.filter(user_id=event.subject_id).exclude(account_id=""):
        request = account_contact(payee)
        gateway.update_account(request, _key(event, request))


def _key(event: Event, request: Request) -> str:
    said = hashlib.sha256(json.dumps(request, sort_keys=True).encode()).hexdigest()[:16]
    return f"contact:{event.public_id}:{said}"
