"""Signs of life between deliveries."""

from django.db import transaction

from contracts.agreements.errors import ContractNotRunning
from contracts.agreements.models.contracts import Contract
from marketplace.core.data.actors import Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.data.models import Event


@transaction.atomic
def note_progress(*, contract: Contract, by: Actor, note: str) -> Event:
    """Say where the work stands; the client is told, and it counts as not being silent."""
    lock(contract)
    if not contract.is_running:
        raise ContractNotRunning(state=contract.get_state_display(), act="a progress note")
    return record("contract.progress_noted", subject=contract, actor=by, why=note)
