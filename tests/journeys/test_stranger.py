"""Somebody who is on neither side finds nothing, whatever address they know."""

import pytest

from contracts.agreements.models.contracts import Contract
from contracts.units.models.units import Unit
from payments.charges.models import Charge
from payments.escrows.models.escrows import Escrow
from projects.proposals.models.proposals import Proposal
from tests.factories.contracts import deliver as hand_in
from tests.factories.contracts import fresh, fund


def addresses(contract: Contract) -> list[str]:
    """Every page of the main job that belongs to the two sides."""
    unit = Unit.objects.get(contract=contract, position=1)
    submission_file = hand_in(unit).files.first()
    proposal, escrow = contract.proposal, unit.escrow
    room, page_of = f"/contracts/{contract.public_id}/", f"/milestones/{unit.public_id}/"
    own, money = f"/proposals/{proposal.public_id}/", f"/money/escrows/{escrow.public_id}/"
    pages = [
        *(room + page for page in ("", "timeline/", "terms/", "terms/1/", "terms/1/text.md")),
        *(room + page for page in ("signature/", "withdrawal/", "decline/", "notice/")),
        *(page_of + page for page in ("", "submission/", "approval/", "change-request/")),
        *(page_of + page for page in ("cancellation/", "reclaim/")),
        *(own + page for page in ("", "edit/", "acceptance/", "decline/")),
        *(money + page for page in ("", "funding/", "funding/result/")),
        f"/briefs/{proposal.brief.public_id}/edit/",
        f"/briefs/{proposal.brief.public_id}/proposals/",
    ]
    if submission_file:
        pages.append(f"/submission-files/{submission_file.public_id}/")
    return pages


@pytest.mark.parametrize("signed_in", [True, False], ids=["signed in", "signed out"])
def test_a_stranger_gets_nothing_on_every_page_of_the_main_job(people, stranger, agreed, signed_in):
    fund(agreed.units.get(position=1))
    visitor = people.known(stranger) if signed_in else people.new("Somebody Else")
    before = [list(model.objects.values()) for model in (Contract, Escrow, Charge, Proposal)]
    for address in addresses(fresh(agreed)):
        status = visitor.open(address)
        found = status if signed_in else visitor.path.split("?")[0]
        assert (address, found) == (address, 404 if signed_in else "/account/login/")
    after = [list(model.objects.values()) for model in (Contract, Escrow, Charge, Proposal)]
    assert [len(rows) for rows in after] == [len(rows) for rows in before]
