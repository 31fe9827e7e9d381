"""Versions of the terms: each one frozen, the newest one on the table."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from contracts.agreements.clauses.document import fingerprint, write_terms
from contracts.agreements.clauses.draft import TermsDraft
from contracts.agreements.clauses.schedules import SCHEDULES, Schedule
from contracts.agreements.errors import (
    DuePassed,
    OfferLapsed,
    TermsOfAnotherKind,
    TermsUnchanged,
    TrialTermsFixed,
)
from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import TermsVersion
from contracts.agreements.states import CONTRACT
from marketplace.core.data.actors import FREELANCER, Actor
from marketplace.core.data.edit_versions import refuse_passed_version
from marketplace.core.data.locks import lock
from marketplace.core.data.money import Money
from marketplace.core.data.prices import check_price
from marketplace.core.text.days import has_passed
from marketplace.core.text.moments import day_of, moment

# An offer, and then an agreed contract without money, waits this long for the next step.
LAPSES_AFTER = timedelta(days=7)


def write_version(
    *,
    contract: Contract,
    draft: TermsDraft,
    by: Actor,
    note: str = "",
    agreed: TermsDraft | None = None,
) -> TermsVersion:
    """Freeze `draft` as the contract's next version; the contract must be new or locked.

    Raises PriceOutOfBounds for a unit that could never be paid for, and DuePassed for one
    that is late before it begins; days that stand in what was `agreed` before are kept.
    """
    refuse_passed_days(draft, what_to_do="The terms need a later date first.", agreed=agreed)
    check_prices(draft)
    number = contract.versions.count() + 1
    text = write_terms(
        draft, reference=str(contract.public_id), number=number, on=timezone.now().date()
    )
    return TermsVersion.objects.create(
        contract=contract,
        number=number,
        text=text,
        sha256=fingerprint(text),
        draft_data=draft.as_json(),
        proposed_by=by.user,
        side=by.role,
        note=note,
    )


def check_prices(draft: TermsDraft) -> None:
    """Raise PriceOutOfBounds for a unit that could never be paid for."""
    for name, amount in draft.schedule.amounts():
        check_price(Money(amount, draft.currency), what=f"The price of {name}")


@transaction.atomic
def propose_terms(
    *, contract: Contract, draft: TermsDraft, by: Actor, note: str = "", seen: str = ""
) -> TermsVersion:
    """Counter as the freelancer, or revise as the client: both must sign the new version anew.

    The time to sign starts again; the other side is told. With `seen`, the version that was
    edited, raises EditedMeanwhile if another is on the table by now. Raises TermsOfAnotherKind
    for hours on a contract of milestones, and the other way round.
    """
    lock(contract)
    refuse_other_schedule(contract, type(draft.schedule))
    if contract.is_trial:
        raise TrialTermsFixed
    refuse_lapsed(contract)
    before = contract.terms
    if before is not None:
        on_the_table = before.draft.negotiable
        refuse_passed_version(seen, wanted=draft.negotiable, stored=lambda: on_the_table)
    if before is not None and before.draft == draft:
        raise TermsUnchanged(number=before.number)
    version = write_version(contract=contract, draft=draft, by=by, note=note)
    CONTRACT.move(
        contract,
        "countered" if by.role == FREELANCER else "revised",
        actor=by,
        why=note,
        changes={
            "terms": version,
            "title": draft.title,
            "review_days": draft.review_days,
            "lapses_at": timezone.now() + LAPSES_AFTER,
        },
        particulars={"version": version.number, "sha256": version.sha256},
    )
    return version


def refuse_other_schedule(contract: Contract, schedule: type[Schedule]) -> None:
    """Raise TermsOfAnotherKind unless the units of the contract are of this shape."""
    if SCHEDULES[contract.kind] is not schedule:
        raise TermsOfAnotherKind(kind=contract.get_kind_display().lower())


def refuse_passed_days(
    draft: TermsDraft, *, what_to_do: str, agreed: TermsDraft | None = None
) -> None:
    """Raise DuePassed if a unit was to be done before today, wherever one is.

    Work goes on meanwhile, so that a day which was `agreed` before may have passed.
    """
    kept = agreed.schedule.days() if agreed else []
    for name, day in draft.schedule.days():
        if (name, day) not in kept and has_passed(day):
            raise DuePassed(name=capfirst(name), date=day_of(day), what_to_do=what_to_do)


def refuse_lapsed(contract: Contract) -> None:
    """The schedule may come late; the date counts."""
    if contract.has_lapsed(timezone.now()):
        raise OfferLapsed(date=moment(contract.lapses_at))
