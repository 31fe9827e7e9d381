"""What those who pay hear of a payment under way."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.notices import Notice, NoticeKind, notice_for, plain
from accounts.queries.organisations import paying_members
from marketplace.core.models import Event
from payments.models import Charge


@notice_for("charge.challenged")
def confirmation_asked(event: Event) -> Iterable[Notice]:
    """Whoever pays just now is on the way to their bank's page already."""
    charge: Charge = event.subject
    escrow = charge.escrow
    if event.particulars["is_payer_absent"]:
        yield Notice(
            recipients=paying_members(escrow.payer),
            kind=NoticeKind.MONEY,
            subject=f"Confirm the payment of {charge.money}",
            body=f"The bank of {charge.method} wants its owner to confirm {charge.money} for "
            f"“{plain(escrow.title)}”. Nothing is charged before that.",
            url=reverse("payments:confirm_charge", args=[escrow.public_id]),
            action="Confirm the payment",
        )
