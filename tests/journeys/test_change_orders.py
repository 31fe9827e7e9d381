"""A fixed price with two change orders: one adds a milestone, one drops a funded one."""

from contracts.agreements.models.contracts import Contract
from contracts.change_orders.models import ChangeOrder
from payments.ledger.queries import misstated_accounts, trial_balance
from payments.refunds.models import Refund
from tests.journeys import steps
from tests.sandbox import wait_for


def held() -> int:
    return sum(line.total for line in trial_balance() if line.kind == "held")


def states() -> list[str]:
    units = Contract.objects.get().units.order_by("position")
    return list(units.values_list("state", flat=True))


def test_one_milestone_is_added_and_a_funded_one_is_dropped(
    client_at_work, freelancer_at_work, room
):
    client, freelancer = client_at_work, freelancer_at_work
    steps.start_checkout(client, room)
    steps.pay_by_card(client, steps.PAYS)
    client.sees("Paid and held")
    steps.propose_another_milestone(freelancer, room)
    freelancer.sees("Milestone 4 is added: 1,200.00 USD to fund.")
    steps.sign_change(client, room)
    client.open(room)
    client.sees("Monitoring of drift")
    assert (states(), held()) == (["funded", "planned", "planned", "planned"], 240_000)
    steps.propose_to_drop(client, room, 1)
    client.sees("Milestone 1 is dropped: 2,400.00 USD goes back to the client at once, in full.")
    assert held() == 240_000
    steps.sign_change(freelancer, room)
    assert states() == ["refunded", "planned", "planned", "planned"]
    wait_for(lambda: Refund.objects.filter(state="succeeded").exists(), seconds=30)
    assert list(Refund.objects.values_list("amount", flat=True)) == [240_000]
    assert held() == 0
    assert [order.state for order in ChangeOrder.objects.all()] == ["signed", "signed"]
    client.open(room)
    client.sees("Your turn: fund milestone 2.")
    freelancer.mailbox.wait(freelancer.email, "proposes a change of")
    assert sum(line.total for line in trial_balance()) == 0
    assert misstated_accounts() == []
