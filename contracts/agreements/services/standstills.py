"""No period runs against a side that staff keep out: a contract stands still, and goes on.

What is true of the two sides counts, not the mark: whatever decides by silence asks
`stands_still` under its lock, so that a suspension and the schedule may come in any order.
"""

from contracts.agreements.models.contracts import Contract
from contracts.agreements.queries.standstills import side_kept_out
from contracts.units.services.standstills import _stop


def stands_still(contract: Contract) -> bool:
    """Whether a side of a locked contract cannot act; marks one that does not say so yet."""
    if not contract.stands_still and side_kept_out(contract):
        _stop(contract, side_kept_out(contract))
    return contract.stands_still
