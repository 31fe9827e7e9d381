"""The moves of a proposal. Locks are taken in the order brief, then proposal."""

from django.db import transaction
from django.utils import timezone

from accounts.profiles.permissions import has_case_study
from accounts.profiles.services.profiles import note_out_of_reach
from marketplace.core.data.actors import SYSTEM, Actor
from marketplace.core.data.events import record
from marketplace.core.data.locks import lock
from marketplace.core.web.reasons import require_reason
from projects.briefs.errors import BriefHasOffer, BriefNotOpen
from projects.briefs.models.briefs import Brief
from projects.briefs.services.activity import touch_brief
from projects.briefs.states import LISTED
from projects.proposals.errors import (
    CaseStudyNeeded,
    PayoutsOutOfReach,
    ProposalChanged,
    ProposalIncomplete,
    ProposalNotEditable,
)
from projects.proposals.models.proposals import Proposal
from projects.proposals.models.versions import ProposalVersion
from projects.proposals.queries.deadlines import LAPSES_AFTER
from projects.proposals.queries.readiness import missing_of_version
from projects.proposals.services.sides import refuse_member
from projects.proposals.signals import proposal_accepted
from projects.proposals.states import PROPOSAL, UNDECIDED, ProposalState


@transaction.atomic
def submit_proposal(*, proposal: Proposal, by: Actor, knows_out_of_reach: bool = False) -> Proposal:
    """Send a complete draft to the client, who is told.

    Whoever lives where payouts do not reach says once that they know it.
    """
    _lock_both(proposal)
    if not proposal.brief.is_open:
        raise BriefNotOpen(state=proposal.brief.state)
    if not has_case_study(proposal.freelancer):
        raise CaseStudyNeeded
    _require_payouts_known(proposal, by, knows_out_of_reach)
    version = _unsent(proposal)
    changes = _send(proposal, version) | {"submitted_at": version.sent_at}
    PROPOSAL.move(proposal, "submitted", actor=by, changes=changes, particulars=_figures(version))
    touch_brief(brief=proposal.brief)
    return proposal


@transaction.atomic
def revise_proposal(*, proposal: Proposal, by: Actor) -> Proposal:
    """Send the unsent version of an undecided proposal; the earlier ones stay readable."""
    _lock_both(proposal)
    if not proposal.is_undecided:
        raise ProposalNotEditable(state=proposal.state)
    if proposal.brief.state not in LISTED:
        raise BriefNotOpen(state=proposal.brief.state)
    version = _unsent(proposal)
    changes = _send(proposal, version)
    for field, value in changes.items():
        setattr(proposal, field, value)
    proposal.save(update_fields=[*changes])
    record("proposal.revised", subject=proposal, actor=by, particulars=_figures(version))
    touch_brief(brief=proposal.brief)
    return proposal


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, by: Actor, why: str = "") -> Proposal:
    """Take back a proposal that is not decided yet; the client is told."""
    _lock_both(proposal)
    PROPOSAL.move(proposal, "withdrawn", actor=by, why=why, changes={"reason": why})
    return proposal


@transaction.atomic
def shortlist_proposal(*, proposal: Proposal, by: Actor) -> Proposal:
    """Put a proposal on the client's shortlist; the freelancer is told."""
    _lock_both(proposal)
    PROPOSAL.move(proposal, "shortlisted", actor=by)
    touch_brief(brief=proposal.brief)
    return proposal


@transaction.atomic
def decline_proposal(*, proposal: Proposal, by: Actor, why: str) -> Proposal:
    """Say no, with a reason that the freelancer reads."""
    require_reason(why)
    _lock_both(proposal)
    PROPOSAL.move(proposal, "declined", actor=by, why=why, changes={"reason": why})
    touch_brief(brief=proposal.brief)
    return proposal


@transaction.atomic
def accept_proposal(*, proposal: Proposal, by: Actor, version: int) -> Proposal:
    """Accept version number `version` into an offer, which `proposal_accepted` makes.

    The brief stays open, and the other proposals undecided, until the contract becomes active.
    """
    _lock_both(proposal)
    _check_acceptable(proposal, version)
    PROPOSAL.move(proposal, "accepted", actor=by, particulars=_figures(_current(proposal)))
    touch_brief(brief=proposal.brief)
    proposal_accepted.send(sender=Proposal, proposal=proposal, by=by)
    return proposal


def _require_payouts_known(proposal: Proposal, by: Actor, is_known: bool) -> None:
    profile = proposal.freelancer.freelancer_profile
    if not profile.must_learn_of_payouts:
        return
    if not is_known:
        raise PayoutsOutOfReach(country=profile.country_name)
    note_out_of_reach(profile=profile, by=by)


def _check_acceptable(proposal: Proposal, version: int) -> None:
    """Raise unless this version of the proposal can become an offer now; both are locked."""
    brief = proposal.brief
    if brief.state not in LISTED:
        raise BriefNotOpen(state=brief.state)
    if proposal.is_undecided and _current(proposal).number != version:
        raise ProposalChanged(number=_current(proposal).number)
    refuse_member(proposal.freelancer, of=brief.organisation)
    others = Proposal.objects.filter(brief=brief, state=ProposalState.ACCEPTED)
    if others.exclude(pk=proposal.pk).exists():
        raise BriefHasOffer


@transaction.atomic
def return_proposal(*, proposal: Proposal, by: Actor = SYSTEM, why: str = "") -> Proposal:
    """Put an accepted proposal back on the shortlist when its offer came to nothing.

    If the brief has left the list meanwhile, the proposal is closed at once.
    """
    _lock_both(proposal)
    lapses_at = timezone.now() + LAPSES_AFTER
    PROPOSAL.move(proposal, "returned", actor=by, why=why, changes={"lapses_at": lapses_at})
    if proposal.brief.state in LISTED:
        touch_brief(brief=proposal.brief)
    else:
        PROPOSAL.move(proposal, "closed", actor=SYSTEM, why="The brief is no longer open.")
    return proposal


def close_proposals(*, brief: Brief, why: str) -> None:
    """Close every undecided proposal of a locked brief; each freelancer is told why."""
    for proposal in brief.proposals.filter(state__in=UNDECIDED).order_by("pk"):
        PROPOSAL.move(proposal, "closed", actor=SYSTEM, why=why, changes={"reason": why})


def _lock_both(proposal: Proposal) -> None:
    lock(proposal.brief)
    brief = proposal.brief
    lock(proposal)
    proposal.brief = brief


def _unsent(proposal: Proposal) -> ProposalVersion:
    version = proposal.versions.filter(sent_at=None).first()
    if version is None:
        raise ProposalNotEditable(
            "Nothing was changed since version {number} was sent.", number=_current(proposal).number
        )
    return version


def _send(proposal: Proposal, version: ProposalVersion) -> dict[str, object]:
    """Freeze `version`; returns what changes on the proposal."""
    refuse_member(proposal.freelancer, of=proposal.brief.organisation)
    missing = missing_of_version(version)
    if missing:
        raise ProposalIncomplete(missing)
    version.sent_at = timezone.now()
    version.save(update_fields=["sent_at"])
    return {"current": version, "lapses_at": version.sent_at + LAPSES_AFTER}


def _current(proposal: Proposal) -> ProposalVersion:
    if proposal.current is None:
        raise ProposalNotEditable(state=proposal.state)
    return proposal.current


def _figures(version: ProposalVersion) -> dict[str, object]:
    return {"version": version.number, "amount": version.amount, "currency": version.currency}
