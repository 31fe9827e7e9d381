"""What a page or a program is about, and who acts there: a stranger finds nothing."""

from dataclasses import replace
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from contracts.agreements.models.contracts import Contract
from contracts.agreements.permissions import side_of
from contracts.agreements.queries.contracts import contracts_for
from marketplace.core.data.actors import Actor


def contract_for(user: Any, public_id: Any) -> Contract:
    return get_object_or_404(contracts_for(user), public_id=public_id)


def actor_on(contract: Contract, user: Any, *, address: str) -> Actor:
    """`user` on their side, with the address that they came from."""
    side = side_of(user, contract)
    if side is None:
        raise Http404
    return replace(side, address=address or None)
