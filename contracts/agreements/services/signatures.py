"""Signing: a name under one exact text, for one side."""

from django.db import transaction
from django.utils import timezone

from contracts.agreements.errors import (
    AlreadySigned,
    CountryNeeded,
    PayoutsOutOfReach,
    SignedAsAnother,
    TermsReplaced,
    TermsTampered,
)
from contracts.agreements.models.contracts import Contract
from contracts.agreements.models.terms import Signature, TermsVersion
from contracts.agreements.services.terms import (
    LAPSES_AFTER,
    check_prices,
    refuse_lapsed,
    refuse_passed_days,
)
from contracts.agreements.signals import contract_agreed
from contracts.agreements.states import CONTRACT, NEGOTIATING
from marketplace.core.data.actors import FREELANCER, Actor
from marketplace.core.data.alphabet import plain
from marketplace.core.data.errors import IllegalMove
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from payments.payouts.queries.payees import is_country_unknown, payouts_out_of_reach


@transaction.atomic
def sign_terms(
    *,
    contract: Contract,
    sha256: str,
    by: Actor,
    name: str,
    is_meant: bool = False,
    user_agent: str = "",
) -> Signature:
    """Sign the version on the table, whose text the signer read and whose SHA-256 is `sha256`.

    Another name than that of the signer's account raises SignedAsAnother, unless it `is_meant`
    (a maiden name, a name in another script); the account is kept beside it. The second
    signature agrees the contract: its units are laid down and the client has seven days to
    fund the first one. The other side is told.
    """
    lock(contract)
    terms = _signable(contract, sha256)
    signature = put_name_under(
        terms, contract=contract, by=by, name=name, is_meant=is_meant, user_agent=user_agent
    )
    is_second = terms.signatures.count() == 2
    record(
        "contract.signed",
        subject=contract,
        actor=by,
        particulars={
            "version": terms.number,
            "sha256": terms.sha256,
            "name": signature.name,
            "is_second": is_second,
        },
    )
    if is_second:
        _agree(contract, terms, by)
    return signature


def put_name_under(
    terms: TermsVersion,
    *,
    contract: Contract,
    by: Actor,
    name: str,
    is_meant: bool = False,
    user_agent: str = "",
) -> Signature:
    """Sign one text of a locked contract for one side.

    Raises SignedAsAnother, AlreadySigned, TermsTampered, or what keeps a freelancer from being
    paid at all.
    """
    if not terms.is_intact:
        raise TermsTampered
    _require_reach(contract, by)
    if not (is_meant or is_same_name(name, by.user.name)):
        raise SignedAsAnother(account=by.user, typed=name.strip())
    signed = terms.signatures.filter(side=by.role).first()
    if signed is not None:
        raise AlreadySigned(number=terms.number, name=signed.name)
    return Signature.objects.create(
        terms=terms,
        side=by.role,
        user=by.user,
        name=name.strip(),
        sha256=terms.sha256,
        address=by.address or None,
        user_agent=user_agent[:400],
    )


def _signable(contract: Contract, sha256: str) -> TermsVersion:
    """The version on the table of a locked contract, if it may be signed now."""
    if contract.state not in NEGOTIATING:
        raise IllegalMove(noun="contract", state=contract.get_state_display(), verb="signed")
    refuse_lapsed(contract)
    terms = contract.terms
    assert terms is not None  # every offer is made with its first version
    if terms.sha256 != sha256:
        raise TermsReplaced(number=terms.number)
    refuse_passed_days(terms.draft, what_to_do="Propose a later date instead of signing.")
    check_prices(terms.draft)
    return terms


def is_same_name(typed: str, name: str) -> bool:
    """Whether two spellings differ by nothing but case, accents and blanks."""
    one, other = (plain(" ".join(text.split())) for text in (typed, name))
    return one == other


def _require_reach(contract: Contract, by: Actor) -> None:
    """Nobody works for what could never be paid to them."""
    if by.role != FREELANCER:
        return
    reach = payouts_out_of_reach(contract.freelancer)
    if reach is not None:
        raise PayoutsOutOfReach(country=reach.country)
    if is_country_unknown(contract.freelancer):
        raise CountryNeeded


def _agree(contract: Contract, terms: TermsVersion, by: Actor) -> None:
    now = timezone.now()
    contract_agreed.send(sender=Contract, contract=contract, terms=terms)
    CONTRACT.move(
        contract,
        "agreed",
        actor=by,
        changes={"agreed_at": now, "lapses_at": now + LAPSES_AFTER},
        particulars={"version": terms.number, "sha256": terms.sha256},
    )
