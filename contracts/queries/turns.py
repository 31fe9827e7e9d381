"""Whose turn it is on a contract, and the one next act."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse

from contracts.models import Contract, Milestone, Side
from contracts.permissions import can_fund_milestone, can_sign_terms, is_freelancer_of
from contracts.states import FUNDABLE, ContractState, MilestoneState


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One thing to press; `method` post makes it a form of one button."""

    label: str
    url: str
    is_primary: bool = True
    method: str = "get"


@dataclass(frozen=True, kw_only=True)
class Turn:
    """`title` says what is next; `due_words` lead up to the moment `due_at`."""

    title: str
    is_yours: bool = False
    sentence: str = ""
    due_words: str = ""
    due_at: datetime | None = None
    choices: tuple[Choice, ...] = ()
    milestone: Milestone | None = None


Rule = Callable[[Contract, Sequence[Milestone], Any], Turn | None]


def turn_of(contract: Contract, user: Any) -> Turn | None:
    """The next act as `user` sees it; none once the contract has ended.

    Needs a contract from `contracts_for`, its milestones from `milestones_with_money`.
    """
    if contract.is_closed:
        return None
    milestones = list(contract.milestones.all())
    rules = FREELANCER_RULES if is_freelancer_of(user, contract) else CLIENT_RULES
    found = (rule(contract, milestones, user) for rule in rules)
    return next((turn for turn in found if turn is not None), None)


def _page(name: str, subject: Contract | Milestone) -> str:
    return reverse(f"contracts:{name}", args=[subject.public_id])


def _in_state(milestones: Sequence[Milestone], *states: MilestoneState) -> Milestone | None:
    return next((milestone for milestone in milestones if milestone.state in states), None)


def _negotiate(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    """Before both have signed the version on the table."""
    if not contract.is_negotiating:
        return None
    is_freelancer = is_freelancer_of(user, contract)
    mine, theirs = contract.client_signed, contract.freelancer_signed  # type: ignore[attr-defined]
    if is_freelancer:
        mine, theirs = theirs, mine
    other = contract.organisation.name if is_freelancer else str(contract.freelancer)
    due = {"due_words": "The offer lapses on", "due_at": contract.lapses_at}
    if mine:
        return Turn(title=f"Waiting for {other} to sign.", sentence="You have signed.", **due)
    if not can_sign_terms(user, contract):
        return Turn(title="Your organisation’s turn: sign the terms.", **due)
    sentence = f"{other} has signed. " if theirs else ""
    return Turn(
        title="Your turn: read and sign the terms.",
        is_yours=True,
        sentence=f"{sentence}Nothing is paid before both have signed.",
        choices=(Choice(label="Read and sign", url=_page("signature", contract)),),
        **due,
    )


def _answer_cancellation(
    contract: Contract, milestones: Sequence[Milestone], user: Any
) -> Turn | None:
    mine = Side.FREELANCER if is_freelancer_of(user, contract) else Side.CLIENT
    asked = [m for m in milestones if getattr(m, "cancellation_side", None) not in (None, mine)]
    if not asked:
        return None
    milestone = asked[0]
    other = contract.organisation.name if mine == Side.FREELANCER else str(contract.freelancer)
    money = (
        f"If you agree, {milestone.price} goes back to {contract.organisation}."
        if milestone.funded_at
        else "Nothing has been paid for it."
    )
    turn = Turn(
        title=f"Your turn: answer about milestone {milestone.position}.",
        is_yours=True,
        sentence=f"{other} asks to cancel it. {money}",
        choices=(Choice(label="Answer", url=milestone.get_absolute_url() + "#cancellation"),),
        milestone=milestone,
    )
    return _only_if(can_sign_terms(user, contract), turn)


def _only_if(is_permitted: bool, turn: Turn) -> Turn:
    """A colleague has to act where the viewer's role does not allow it."""
    if is_permitted:
        return turn
    title = turn.title.replace("Your turn", "Your organisation’s turn")
    return replace(turn, title=title, is_yours=False, choices=())


def _fund(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = _in_state(milestones, MilestoneState.PLANNED, MilestoneState.AWAITING_FUNDS)
    if milestone is None or contract.state not in FUNDABLE:
        return None
    is_first = contract.state == ContractState.AWAITING_FUNDS
    due = {"due_words": "Otherwise the contract lapses on", "due_at": contract.lapses_at}
    if milestone.escrow is not None and milestone.escrow.state == "processing":
        return Turn(
            title=f"The payment of milestone {milestone.position} is being processed.",
            sentence="You will hear as soon as the money is held.",
            milestone=milestone,
        )
    turn = Turn(
        title=f"Your turn: fund milestone {milestone.position}.",
        is_yours=True,
        sentence=f"{milestone.price} is charged and held. It is released to "
        f"{contract.freelancer} only when the deliverables are approved.",
        choices=(
            Choice(label=f"Fund {milestone.price}", url=_page("funding", milestone), method="post"),
        ),
        milestone=milestone,
        **(due if is_first else {}),
    )
    return _only_if(can_fund_milestone(user, milestone), turn)


def _review(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    waiting = [m for m in milestones if m.state == MilestoneState.SUBMITTED]
    if not waiting:
        return None
    milestone = min(waiting, key=lambda m: (m.review_ends_at is None, m.review_ends_at))
    asked = getattr(milestone, "is_round_asked", False)
    other = f"{contract.freelancer} has not answered yet whether to take another round. "
    approve = Choice(label=f"Approve {milestone.price}", url=_page("approval", milestone))
    change = Choice(
        label="Request changes", url=_page("change_request", milestone), is_primary=False
    )
    turn = Turn(
        title=f"Your turn: review milestone {milestone.position}.",
        is_yours=True,
        sentence=other if asked else "",
        due_words="Without an answer it is approved on",
        due_at=milestone.review_ends_at,
        choices=(approve,) if asked else (change, approve),
        milestone=milestone,
    )
    return _only_if(can_sign_terms(user, contract), turn)


def _await_delivery(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = _in_state(milestones, MilestoneState.CHANGES_REQUESTED, MilestoneState.FUNDED)
    if milestone is None:
        return None
    again = milestone.state == MilestoneState.CHANGES_REQUESTED
    return Turn(
        title=f"Waiting for {contract.freelancer} to deliver milestone {milestone.position}"
        f"{' again' if again else ''}.",
        sentence=f"{milestone.price} is held until you approve.",
        milestone=milestone,
    )


def _answer_round(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    for milestone in milestones:
        if milestone.is_in_review and getattr(milestone, "is_round_asked", False):
            return Turn(
                title=f"Your turn: answer about milestone {milestone.position}.",
                is_yours=True,
                sentence=f"{contract.organisation} asks for another round of changes, beyond "
                "the agreed ones.",
                due_words="Without any answer the milestone is approved on",
                due_at=milestone.review_ends_at,
                choices=(
                    Choice(label="Answer", url=milestone.get_absolute_url() + "#change-request"),
                ),
                milestone=milestone,
            )
    return None


def _deliver(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = _in_state(milestones, MilestoneState.CHANGES_REQUESTED, MilestoneState.FUNDED)
    if milestone is None or contract.state == ContractState.PAUSED:
        return None
    again = milestone.state == MilestoneState.CHANGES_REQUESTED
    return Turn(
        title=f"Your turn: deliver milestone {milestone.position}{' again' if again else ''}.",
        is_yours=True,
        sentence=f"{milestone.price} is held. You receive {milestone.payee_receives} when it is "
        "approved.",
        choices=(
            Choice(label="Post progress", url=_page("progress", contract), is_primary=False),
            Choice(
                label=f"Deliver milestone {milestone.position}", url=_page("submission", milestone)
            ),
        ),
        milestone=milestone,
    )


def _await_review(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = _in_state(milestones, MilestoneState.SUBMITTED)
    if milestone is None:
        return None
    return Turn(
        title=f"Waiting for {contract.organisation} to review milestone {milestone.position}.",
        due_words="Without an answer it is approved on",
        due_at=milestone.review_ends_at,
        milestone=milestone,
    )


def _await_funds(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    milestone = _in_state(milestones, MilestoneState.PLANNED, MilestoneState.AWAITING_FUNDS)
    if milestone is None or contract.state == ContractState.PAUSED:
        return None
    is_first = contract.state == ContractState.AWAITING_FUNDS
    due = {"due_words": "Otherwise the contract lapses on", "due_at": contract.lapses_at}
    return Turn(
        title=f"Waiting for {contract.organisation} to fund milestone {milestone.position}.",
        sentence="Work on it begins when its money is held.",
        milestone=milestone,
        **(due if is_first else {}),
    )


def _resume(contract: Contract, milestones: Sequence[Milestone], user: Any) -> Turn | None:
    if contract.state != ContractState.PAUSED:
        return None
    turn = Turn(
        title="The contract is paused.",
        sentence="Nothing is funded or delivered until either side resumes it.",
        choices=(
            Choice(label="Resume the contract", url=_page("resumption", contract), method="post"),
        ),
    )
    return turn if can_sign_terms(user, contract) else replace(turn, choices=())


# The first rule that has something to say decides.
CLIENT_RULES: tuple[Rule, ...] = (
    *(_negotiate, _answer_cancellation, _review, _resume, _await_delivery, _fund),
)
FREELANCER_RULES: tuple[Rule, ...] = (
    *(_negotiate, _answer_cancellation, _answer_round, _resume, _deliver, _await_review),
    _await_funds,
)
