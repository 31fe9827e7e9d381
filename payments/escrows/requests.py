"""What ties every call about an escrow together.

The bodies of calls are pure functions, in `requests.py` of each noun. Their `operation` is the
id of the operation row; in the metadata it finds the object again after a lost answer. The
transfer group of an escrow ties its charge and its transfer together.
"""

from payments.escrows.models.escrows import Escrow


def marks_of(operation: str, escrow: Escrow) -> dict[str, str]:
    """The ids of the operation and of the escrow: they find the object after a lost answer."""
    return {"operation": operation, "escrow": str(escrow.public_id)}
