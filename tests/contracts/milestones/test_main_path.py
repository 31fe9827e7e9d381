from contracts.agreements.models.contracts import Contract
from contracts.agreements.states import ContractState
from contracts.units.services.reviews import approve_milestone
from contracts.units.states import MilestoneState
from payments.payouts.models.payouts import Payout
from projects.briefs.states import BriefState
from tests.factories.contracts import deliver, fresh, fund


def test_two_milestones_funded_delivered_and_approved_complete_the_contract(agreed, as_client):
    for position in (1, 2):
        milestone = fund(agreed.milestones.get(position=position))
        assert milestone.state == MilestoneState.FUNDED
        deliver(milestone)
        approve_milestone(milestone=milestone, by=as_client)
        assert fresh(milestone).state == MilestoneState.RELEASED
    contract = Contract.objects.get()
    assert contract.state == ContractState.COMPLETED
    assert contract.brief.state == BriefState.FILLED
    assert list(Payout.objects.order_by("pk").values_list("amount", "fee")) == [
        (220_800, 19_200),
        (386_400, 33_600),
    ]
