"""What must hold before held money moves: locked, held, and enough of it."""

from marketplace.core.data.money import CurrencyMismatch, Money
from payments.escrows.errors import EscrowDisputed, EscrowNotHeld, NotAPart
from payments.escrows.models.escrows import Escrow
from payments.escrows.services.locks import lock_escrow
from payments.escrows.states import EscrowState


def lock_held(escrow: Escrow, *, is_locked: bool = False) -> None:
    """Lock the escrow, unless the caller has; raises EscrowNotHeld, or its EscrowDisputed."""
    lock_escrow(escrow, is_locked=is_locked)
    refuse_unheld(escrow)


def refuse_unheld(escrow: Escrow) -> None:
    """Raise EscrowNotHeld, or EscrowDisputed, unless a locked escrow is held."""
    if escrow.state == EscrowState.DISPUTED:
        raise EscrowDisputed(title=escrow.title)
    if escrow.state != EscrowState.HELD:
        raise EscrowNotHeld(title=escrow.title, state=escrow.get_state_display().lower())


def lock_part(escrow: Escrow, part: Money) -> None:
    """Lock the escrow, of which `part` leaves a rest; raises EscrowNotHeld or NotAPart."""
    lock_held(escrow)
    refuse_no_part(escrow, part)


def refuse_no_part(escrow: Escrow, part: Money) -> None:
    """Raise NotAPart or CurrencyMismatch unless `part` of a held escrow leaves a rest."""
    if part.currency != escrow.currency:
        raise CurrencyMismatch(left=part.currency, right=escrow.currency)
    if not 0 < part.minor < escrow.held.minor:
        raise NotAPart(held=escrow.held)
