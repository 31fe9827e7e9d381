"""The main job: two strangers, a brief, terms, money, work, and a paid freelancer."""

from payments.ledger.queries import misstated_accounts, trial_balance
from payments.payouts.models.payouts import Payout
from tests.journeys import steps
from tests.sandbox import wait_for


def test_two_new_people_get_from_a_brief_to_a_payout(people, processor):
    client, freelancer = people.new("Clara Client"), people.new("Fred Freelancer")
    room = agree(client, freelancer)
    steps.start_checkout(client, room)
    steps.pay_by_card(client, steps.PAYS)
    client.sees("Paid and held")
    steps.deliver(freelancer, room, "The leakage report is in. Recharge dates leak; removed.")
    steps.approve(client, room)
    client.sees("Your turn: fund milestone 2.")
    steps.onboard(freelancer)
    wait_for(lambda: Payout.objects.filter(state="sent").exists(), seconds=30)
    freelancer.open("/money/payouts/")
    freelancer.sees("2,208.00 USD")
    [transfer] = processor.client().v1.transfers.list().data
    assert (transfer.amount, transfer.currency) == (220_800, "usd")
    everybody_was_told(client, freelancer)
    assert sum(line.total for line in trial_balance()) == 0
    assert misstated_accounts() == []


def agree(client, freelancer) -> str:
    """From two sign-ups to terms that both have signed; the path of the work room."""
    client.sign_up()
    steps.found_organisation(client, "Meridian Mobile")
    brief = steps.post_brief(client, "Tell us which prepaid subscribers will leave")
    freelancer.sign_up()
    steps.make_profile(freelancer)
    proposal = steps.propose(freelancer, brief)
    client.open(f"{proposal}acceptance/")
    client.click("Make the offer")
    client.open("/contracts/")
    client.follow("Tell us which prepaid")
    room = client.path
    for person in (client, freelancer):
        steps.sign(person, room)
    return room


def everybody_was_told(client, freelancer) -> None:
    for subject in ("proposes for", "is signed by both: fund", "Receipt:", "has delivered"):
        client.mailbox.wait(client.email, subject)
    for subject in ("offers you", "has signed", "is held for", "Approved:", "on its way to you"):
        freelancer.mailbox.wait(freelancer.email, subject)
