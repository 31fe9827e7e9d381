"""Every legal move of a contract, a milestone, a change request and a cancellation."""

from django.db import models

from marketplace.core.data.actors import CLIENT, FREELANCER, MODERATOR, SYSTEM_ROLE
from marketplace.core.data.states import Move, StateTable

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


C = ContractState

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
        # By the schedule where a renewal could not be charged, until it is paid.
        Move(
            verb="paused",
            sources=(C.ACTIVE,),
            target=C.PAUSED,
            actors=(*BOTH, SYSTEM_ROLE),
        ),
        Move(
            verb="resumed",
            sources=(C.PAUSED,),
            target=C.ACTIVE,
            actors=(*BOTH, SYSTEM_ROLE),
        ),
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
