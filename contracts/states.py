"""Every legal move of a contract, a milestone, a change request and a cancellation."""

from django.db import models

from marketplace.core.actors import CLIENT, FREELANCER, MODERATOR, SYSTEM_ROLE
from marketplace.core.states import Move, StateTable

BOTH = (CLIENT, FREELANCER)


class ContractState(models.TextChoices):
    OFFERED = "offered", "Offered"
    COUNTERED = "countered", "Countered"
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused"
    ENDING = "ending", "Ending"
    COMPLETED = "completed", "Completed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DECLINED = "declined", "Declined"
    LAPSED = "lapsed", "Lapsed"
    TERMINATED = "terminated", "Terminated"


class MilestoneState(models.TextChoices):
    PLANNED = "planned", "Planned"
    AWAITING_FUNDS = "awaiting_funds", "Awaiting funds"
    FUNDED = "funded", "Funded"
    SUBMITTED = "submitted", "In review"
    CHANGES_REQUESTED = "changes_requested", "Changes requested"
    APPROVED = "approved", "Approved"
    RELEASED = "released", "Released"
    REFUNDED = "refunded", "Refunded"
    CANCELLED = "cancelled", "Cancelled"


class ChangeRequestState(models.TextChoices):
    BINDING = "binding", "Binding"
    ASKED = "asked", "Asked"
    REFUSED = "refused", "Refused"


class CancellationState(models.TextChoices):
    ASKED = "asked", "Asked"
    AGREED = "agreed", "Agreed"
    REFUSED = "refused", "Refused"
    DROPPED = "dropped", "Dropped"


C = ContractState
M = MilestoneState
R = ChangeRequestState
X = CancellationState

# Nothing has been agreed yet; the terms may still change.
NEGOTIATING = (C.OFFERED, C.COUNTERED)
# Lapses unless both sign and the client funds in time.
WAITING = (*NEGOTIATING, C.AWAITING_FUNDS)
# A milestone may be funded.
FUNDABLE = (C.AWAITING_FUNDS, C.ACTIVE)
# Work goes on, or may go on again.
RUNNING = (C.ACTIVE, C.PAUSED, C.ENDING)
# Never became a piece of work; the proposal is free again.
FALLEN_THROUGH = (C.WITHDRAWN, C.DECLINED, C.LAPSED)
CLOSED = (*FALLEN_THROUGH, C.COMPLETED, C.TERMINATED)

UNFUNDED = (M.PLANNED, M.AWAITING_FUNDS)
# The freelancer is to deliver.
DELIVERABLE = (M.FUNDED, M.CHANGES_REQUESTED)
# Money is held and undecided.
HOLDING = (*DELIVERABLE, M.SUBMITTED)
SETTLED = (M.RELEASED, M.REFUNDED, M.CANCELLED)
# Ended without anything for the freelancer.
GIVEN_BACK = (M.REFUNDED, M.CANCELLED)

CONTRACT = StateTable(
    "contract",
    [
        Move(verb="countered", sources=(C.OFFERED,), target=C.COUNTERED, actors=(FREELANCER,)),
        Move(verb="revised", sources=(C.COUNTERED,), target=C.OFFERED, actors=(CLIENT,)),
        Move(verb="agreed", sources=NEGOTIATING, target=C.AWAITING_FUNDS, actors=BOTH),
        Move(verb="withdrawn", sources=NEGOTIATING, target=C.WITHDRAWN, actors=(CLIENT,)),
        Move(verb="declined", sources=NEGOTIATING, target=C.DECLINED, actors=(FREELANCER,)),
        Move(verb="lapsed", sources=WAITING, target=C.LAPSED, actors=(SYSTEM_ROLE,)),
        Move(verb="activated", sources=(C.AWAITING_FUNDS,), target=C.ACTIVE, actors=(SYSTEM_ROLE,)),
        Move(verb="paused", sources=(C.ACTIVE,), target=C.PAUSED, actors=BOTH),
        Move(verb="resumed", sources=(C.PAUSED,), target=C.ACTIVE, actors=BOTH),
        Move(verb="given_notice", sources=(C.ACTIVE, C.PAUSED), target=C.ENDING, actors=BOTH),
        Move(verb="completed", sources=RUNNING, target=C.COMPLETED, actors=(SYSTEM_ROLE,)),
        # After a notice that left nothing to release, or by staff at any time.
        Move(
            verb="terminated",
            sources=(C.ENDING,),
            target=C.TERMINATED,
            actors=(SYSTEM_ROLE, MODERATOR),
        ),
        Move(
            verb="terminated",
            sources=(C.AWAITING_FUNDS, C.ACTIVE, C.PAUSED),
            target=C.TERMINATED,
            actors=(MODERATOR,),
        ),
    ],
)

MILESTONE = StateTable(
    "milestone",
    [
        Move(verb="opened", sources=(M.PLANNED,), target=M.AWAITING_FUNDS, actors=(CLIENT,)),
        Move(verb="funded", sources=(M.AWAITING_FUNDS,), target=M.FUNDED, actors=(SYSTEM_ROLE,)),
        Move(verb="submitted", sources=DELIVERABLE, target=M.SUBMITTED, actors=(FREELANCER,)),
        Move(verb="returned", sources=(M.SUBMITTED,), target=M.CHANGES_REQUESTED, actors=(CLIENT,)),
        Move(
            verb="approved",
            sources=(M.SUBMITTED,),
            target=M.APPROVED,
            # A moderator where the review stands still, because a side is kept out.
            actors=(CLIENT, SYSTEM_ROLE, MODERATOR),
        ),
        Move(verb="released", sources=(M.APPROVED,), target=M.RELEASED, actors=(SYSTEM_ROLE,)),
        # While its money is undecided both may agree to refund it; the client alone only when
        # the freelancer fell silent, which the service checks.
        Move(verb="refunded", sources=HOLDING, target=M.REFUNDED, actors=(*BOTH, MODERATOR)),
        # The client's bank took all that was held back.
        Move(verb="charged_back", sources=HOLDING, target=M.REFUNDED, actors=(SYSTEM_ROLE,)),
        Move(
            verb="cancelled",
            sources=UNFUNDED,
            target=M.CANCELLED,
            actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
        ),
    ],
)

CHANGE_REQUEST = StateTable(
    "change_request",
    [
        Move(verb="accepted", sources=(R.ASKED,), target=R.BINDING, actors=(FREELANCER,)),
        Move(verb="refused", sources=(R.ASKED,), target=R.REFUSED, actors=(FREELANCER,)),
    ],
)

CANCELLATION = StateTable(
    "cancellation",
    [
        Move(verb="agreed", sources=(X.ASKED,), target=X.AGREED, actors=BOTH),
        Move(verb="refused", sources=(X.ASKED,), target=X.REFUSED, actors=BOTH),
        # Taken back by who asked, or overtaken by events.
        Move(
            verb="dropped",
            sources=(X.ASKED,),
            target=X.DROPPED,
            actors=(*BOTH, MODERATOR, SYSTEM_ROLE),
        ),
    ],
)
