"""Bodies of the calls to the processor, frozen into operations. Pure functions.

`operation` is the id of the operation row; in the metadata it finds the object again after
a lost answer. The transfer group of an escrow ties its charge and its transfer together.
"""

from payments.escrows.models.escrows import Escrow


def _marks(operation: str, escrow: Escrow) -> dict[str, str]:
    return {"operation": operation, "escrow": str(escrow.public_id)}
