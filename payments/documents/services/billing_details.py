"""Who is named on receipts and invoices."""

from typing import Any

from django.db import transaction

from accounts.organisations.models.organisations import Organisation
from accounts.people.models import User
from marketplace.core.data.actors import Actor
from marketplace.core.data.edit_versions import editable_facts, refuse_passed_version
from marketplace.core.data.events import record
from payments.documents.models.billing_details import BillingDetails


@transaction.atomic
def keep_billing_details(
    *, of: Organisation | User, by: Actor, seen: str = "", **stated: Any
) -> BillingDetails:
    """State or change them for documents from now on; issued ones stay as they are. An event.

    With `seen`, the version that was edited, raises EditedMeanwhile if another is stored by now.
    """
    name, model = ("organisation", Organisation) if isinstance(of, Organisation) else ("user", User)
    owner: dict[str, Any] = {name: of}
    # The owner's row is there before the details are, so that the first statement waits too.
    model._base_manager.select_for_update().get(pk=of.pk)
    kept = BillingDetails.objects.filter(**owner).first() or BillingDetails()
    refuse_passed_version(seen, wanted=stated, stored=lambda: editable_facts(kept))
    details, _ = BillingDetails.objects.update_or_create(**owner, defaults=stated)
    record("billing_details.stated", subject=details, actor=by)
    return details
