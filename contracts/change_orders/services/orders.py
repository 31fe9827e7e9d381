"""Change orders: proposed with one signature, and in force with the second one."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.errors import ContractNotRunning, TermsReplaced, TermsUnchanged
from contracts.agreements.models.contracts import Contract
from contracts.agreements.services.signatures import put_name_under
from contracts.agreements.services.terms import (
    check_prices,
    refuse_other_schedule,
    refuse_passed_days,
    write_version,
)
from contracts.agreements.states import ContractState
from contracts.change_orders.errors import (
    ChangeOrderOpen,
    ChangeOrderOver,
    ChangeOrderOverdue,
    ContractChangedMeanwhile,
    TermsNotChangeable,
)
from contracts.change_orders.models import ChangeOrder
from contracts.change_orders.states import CHANGE_ORDER, OPEN
from contracts.units.errors import NotYoursToAnswer
from contracts.units.models.units import Changes, kind_of
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.batches import batched
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.text.moments import moment
from marketplace.core.web.reasons import require_reason

# An open change order waits this long for its answer.
LAPSES_AFTER = timedelta(days=7)
# Terms can be changed while work goes on, or may go on again.
CHANGEABLE = (ContractState.ACTIVE, ContractState.PAUSED)


@transaction.atomic
def propose_change_order(
    *,
    contract: Contract,
    seen: str,
    draft: TermsDraft,
    by: Actor,
    why: str,
    name: str,
    is_meant: bool = False,
    user_agent: str = "",
) -> ChangeOrder:
    """Write the text of changed terms and sign it for one's own side; the other side is told.

    `seen` is the SHA-256 of the terms that were changed. Nothing moves before the other side has
    signed. Raises what the kind refuses, or ChangeOrderOpen.
    """
    lock(contract)
    require_reason(why)
    changes = _changes_of(contract)
    base = contract.terms
    assert base is not None  # both have signed it
    if base.sha256 != seen:
        raise ContractChangedMeanwhile(number=base.number)
    if contract.change_orders.filter(state__in=OPEN).exists():
        raise ChangeOrderOpen
    before = base.draft
    refuse_other_schedule(contract, type(draft.schedule))
    if draft == before:
        raise TermsUnchanged(number=base.number)
    changes.check(contract, before, draft)
    terms = write_version(contract=contract, draft=draft, by=by, note=why, agreed=before)
    order = ChangeOrder.objects.create(
        contract=contract,
        base=base,
        proposed=terms,
        side=by.role,
        proposed_by=by.user,
        reason=why.strip(),
        lapses_at=timezone.now() + LAPSES_AFTER,
    )
    put_name_under(
        terms, contract=contract, by=by, name=name, is_meant=is_meant, user_agent=user_agent
    )
    told = {"version": terms.number, "sha256": terms.sha256}
    record("change_order.proposed", subject=order, actor=by, why=order.reason, particulars=told)
    return order


@transaction.atomic
def sign_change_order(
    *,
    order: ChangeOrder,
    sha256: str,
    by: Actor,
    name: str,
    is_meant: bool = False,
    user_agent: str = "",
) -> ChangeOrder:
    """The second signature: the text is the terms, and units and money follow at once.

    What the rule of the kind lets hold from a later day on follows then. Raises what has become
    impossible since it was proposed; then nothing has changed.
    """
    contract = _lock_open(order, "signed")
    if by.role == order.side:
        raise NotYoursToAnswer
    changes, terms = _changes_of(contract), order.proposed
    if terms.sha256 != sha256:
        raise TermsReplaced(number=terms.number)
    if contract.terms_id != order.base_id:
        assert contract.terms is not None  # it only ever moves to a newer one
        raise ContractChangedMeanwhile(number=contract.terms.number)
    before, after, now = order.base.draft, terms.draft, timezone.now()
    what_to_do = "Decline it and propose a later date."
    refuse_passed_days(after, what_to_do=what_to_do, agreed=before)
    check_prices(after)
    changes.check(contract, before, after)
    put_name_under(
        terms, contract=contract, by=by, name=name, is_meant=is_meant, user_agent=user_agent
    )
    holds_from = changes.holds_from(contract, before, after, now)
    told = {
        "version": terms.number,
        "sha256": terms.sha256,
        "holds_from": holds_from.isoformat() if now < holds_from else "",
    }
    facts = {"answered_at": now, "takes_effect_at": holds_from}
    with batched():
        CHANGE_ORDER.move(
            order, "signed", actor=by, changes=facts, particulars=told, is_locked=True
        )
        contract.terms, contract.review_days = terms, after.review_days
        contract.save(update_fields=["terms", "review_days"])
        changes.carry_out(contract, before, after, by, order.reason)
    return order


@transaction.atomic
def decline_change_order(*, order: ChangeOrder, by: Actor, why: str) -> ChangeOrder:
    """Say no with a reason: the terms go on as they are, and who proposed is told."""
    _lock_open(order, "declined")
    require_reason(why)
    if by.role == order.side:
        raise NotYoursToAnswer
    _end(order, "declined", by=by, why=why)
    return order


@transaction.atomic
def withdraw_change_order(*, order: ChangeOrder, by: Actor, why: str = "") -> ChangeOrder:
    """Take it back before it is answered; only the side that proposed it can."""
    _lock_open(order, "withdrawn")
    if by.role != order.side:
        raise NotYoursToAnswer
    _end(order, "withdrawn", by=by, why=why)
    return order


@transaction.atomic
def lapse_change_order(*, order: ChangeOrder) -> None:
    """End what nobody answered in time; harmless twice."""
    _lock(order)
    if order.has_lapsed(timezone.now()):
        _end(order, "lapsed", by=SYSTEM)


def drop_change_orders(contract: Contract) -> None:
    """A locked contract has ended: what is still open on it changes nothing any more."""
    for order in contract.change_orders.filter(state__in=OPEN):
        order.contract = contract
        lock(order)
        order.contract = contract
        _end(order, "dropped", by=SYSTEM)


def _end(order: ChangeOrder, verb: str, *, by: Actor, why: str = "") -> None:
    changes = {"answered_at": timezone.now()}
    told = {"version": order.proposed.number}
    CHANGE_ORDER.move(
        order, verb, actor=by, why=why, changes=changes, particulars=told, is_locked=True
    )


def _changes_of(contract: Contract) -> Changes:
    """How a locked contract takes other terms, if it does so now."""
    if contract.state not in CHANGEABLE:
        raise ContractNotRunning(state=contract.get_state_display(), act="a change of the terms")
    changes = kind_of(contract).changes
    if changes is None:
        raise TermsNotChangeable(kind=contract.get_kind_display().lower())
    return changes


def _lock(order: ChangeOrder) -> Contract:
    """Contract first; a lock forgets what its row points to."""
    contract = order.contract
    lock(contract)
    lock(order)
    order.contract = contract
    return contract


def _lock_open(order: ChangeOrder, verb: str) -> Contract:
    """The schedule may come late; the date counts."""
    contract = _lock(order)
    if not order.is_open:
        raise ChangeOrderOver(state=order.get_state_display().lower(), verb=verb)
    if order.has_lapsed(timezone.now()):
        raise ChangeOrderOverdue(date=moment(order.lapses_at))
    return contract
