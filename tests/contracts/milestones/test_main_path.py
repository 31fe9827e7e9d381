from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.units.services.reviews import approve_unit
from contracts.units.states import UnitState
from payments.payouts.models.payouts import Payout
from projects.briefs.states import BriefState
from tests.factories.contracts import deliver, fresh, fund


def test_two_milestones_funded_delivered_and_approved_complete_the_contract(agreed, as_client):
    for position in (1, 2):
        unit = fund(agreed.units.get(position=position))
        assert unit.state == UnitState.FUNDED
        deliver(unit)
        approve_unit(unit=unit, by=as_client)
        assert fresh(unit).state == UnitState.RELEASED
    contract = Contract.objects.get()
    assert contract.state == ContractState.COMPLETED
    assert contract.brief.state == BriefState.FILLED
    assert list(Payout.objects.order_by("pk").values_list("amount", "fee")) == [
        (220_800, 19_200),
        (386_400, 33_600),
    ]
