"""Who is named on receipts and invoices."""

from typing import Any

from django.db import transaction

from accounts.models import Organisation, User
from marketplace.core.actors import Actor
from marketplace.core.events import record
from payments.models import BillingDetails


@transaction.atomic
def keep_billing_details(*, of: Organisation | User, by: Actor, **stated: Any) -> BillingDetails:
    """State or change them for documents from now on; issued ones stay as they are. An event."""
    owner: dict[str, Any] = {"organisation" if isinstance(of, Organisation) else "user": of}
    details, _ = BillingDetails.objects.update_or_create(**owner, defaults=stated)
    record("billing_details.stated", subject=details, actor=by)
    return details
