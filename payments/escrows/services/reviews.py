"""What is paid for was delivered: the money rests with the client's review until it ends."""

from django.db import transaction
from django.utils import timezone

from marketplace.core.data.actors import Actor
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import ESCROW


@transaction.atomic
def begin_review(*, escrow: Escrow, by: Actor, is_locked: bool = False) -> None:
    """Show the money as in review; nothing moves. Side effect: an event."""
    lock_escrow(escrow, is_locked=is_locked)
    changes = {"in_review_since": timezone.now()}
    ESCROW.move(escrow, "review_began", actor=by, changes=changes, is_locked=True)


@transaction.atomic
def end_review(*, escrow: Escrow, by: Actor, why: str, is_locked: bool = False) -> None:
    """The work goes back for changes: the money is held as before. Side effect: an event."""
    lock_escrow(escrow, is_locked=is_locked)
    changes = {"in_review_since": None}
    ESCROW.move(escrow, "review_ended", actor=by, why=why, changes=changes, is_locked=True)
